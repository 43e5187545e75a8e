package dev.bide.diagnostics.internal.recording;

import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.graph.CallSite;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.schedule.TaskFailedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was written down of one run. Times are nanoseconds since the run began. A row is a task that has details: each, or in
 * very large runs every second, third, ... one.
 *
 * <p>Rows stand in the order of their plan, the first plan's first; those that a graph grew by come after.
 */
public final class Recording {
    private final @Nullable String title;
    private final RunStarted started;
    private final @Nullable RunEnded ended;
    private final long now = System.nanoTime();
    private final Rows rows;
    private final Map<String, Sums> rest;
    private final List<String> workers;
    private final List<Thrown> failed;
    private final List<HeapSample> heap;
    private final long resumed;
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final List<String> names;
    private final Map<Class<?>, Object> found = new ConcurrentHashMap<>();

    Recording(
            @Nullable String title,
            RunStarted started,
            @Nullable RunEnded ended,
            Rows rows,
            Map<String, Sums> rest,
            Map<String, Integer> workers,
            Collection<Thrown> failed,
            Collection<HeapSample> heap,
            long resumed) {
        this.title = title;
        this.started = started;
        this.ended = ended;
        this.rows = rows;
        this.rest = Map.copyOf(rest);
        this.workers = byNumber(workers);
        this.failed = List.copyOf(failed);
        this.heap = List.copyOf(heap);
        this.resumed = resumed;
        for (PlanLog log : rows.logs()) {
            log.tasks().names().forEach(name -> groups.putIfAbsent(name, groups.size()));
        }
        this.rest.keySet().stream().sorted().forEach(name -> groups.putIfAbsent(name, groups.size()));
        this.names = List.copyOf(groups.keySet());
    }

    private static List<String> byNumber(Map<String, Integer> workers) {
        return new ArrayList<>(workers.entrySet())
                .stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList();
    }

    // ---------------------------------------------------------------- the run

    /**
     * Gives what the run is called.
     *
     * @return what its user calls it, else the key of its root
     */
    public String title() {
        return title != null ? title : plan().key(plan().root()).toString();
    }

    /**
     * Gives what the run began with.
     *
     * @return the plan
     */
    public Plan plan() {
        return started.plan();
    }

    /**
     * Tells when the run began.
     *
     * @return the time of day
     */
    public Instant at() {
        return started.at();
    }

    /**
     * Tells how long the run took, or has taken so far.
     *
     * @return nanoseconds
     */
    public long elapsed() {
        return (ended == null ? now : ended.nanos()) - started.nanos();
    }

    /**
     * Tells whether the run has ended.
     *
     * @return whether it had when this was made
     */
    public boolean over() {
        return ended != null;
    }

    /**
     * Gives what the run ended with instead of a result.
     *
     * @return what {@code get()} throws, or {@code null}
     */
    public @Nullable Throwable failure() {
        return ended == null ? null : ended.failure();
    }

    /**
     * Gives the tasks that failed for a reason of their own.
     *
     * @return what they threw, the first that failed first
     */
    public List<TaskFailedException> failures() {
        Throwable thrown = failure();
        return thrown == null
                ? List.of()
                : Stream.concat(Stream.of(thrown), Stream.of(thrown.getSuppressed()))
                        .filter(TaskFailedException.class::isInstance)
                        .flatMap(first -> Stream.concat(Stream.of(first), Stream.of(first.getSuppressed())))
                        .filter(TaskFailedException.class::isInstance)
                        .map(TaskFailedException.class::cast)
                        .distinct()
                        .toList();
    }

    /**
     * Gives the attempts that threw.
     *
     * @return the first ten thousand
     */
    public List<FailedAttempt> failedAttempts() {
        return failed.stream().map(this::attempt).toList();
    }

    private FailedAttempt attempt(Thrown thrown) {
        return new FailedAttempt(
                rows.row(thrown.place()),
                thrown.attempt(),
                thrown.worker(),
                thrown.began() - started.nanos(),
                thrown.nanos() - started.nanos(),
                thrown.failure());
    }

    /**
     * Gives how much of the heap was in use.
     *
     * @return samples in the order of time; none, if nobody took any
     */
    public List<HeapSample> heap() {
        return heap;
    }

    /**
     * Counts the tasks that had their results from a store.
     *
     * @return how many of those that are done did not run their functions
     */
    public long resumed() {
        return resumed;
    }

    /**
     * Gives the threads that ran tasks.
     *
     * @return their names, in the order in which they came
     */
    public List<String> workers() {
        return workers;
    }

    /**
     * Gives the names of all tasks.
     *
     * @return each once
     */
    public List<String> names() {
        return names;
    }

    /**
     * Gives what the tasks of each name took together. The first call costs O(tasks × log tasks).
     *
     * @return the sums of all tasks, with details or not, those that took longest first
     */
    public List<NameTotals> totals() {
        return once(All.class, recording -> new All(Totals.of(recording, rows, rest)))
                .totals();
    }

    private record All(List<NameTotals> totals) {}

    /**
     * Counts all tasks, but for those that only gather results.
     *
     * @return how many
     */
    public long tasks() {
        return totals().stream().mapToLong(NameTotals::tasks).sum();
    }

    /**
     * Finds something out about the run once, for all who ask: it costs as much as the run is large.
     *
     * @param what what kind of thing
     * @param find how to find it out
     * @param <T> the kind
     * @return what was found
     */
    public <T> T once(Class<T> what, Function<Recording, T> find) {
        Object known = found.get(what);
        if (known == null) { // not computeIfAbsent: to find one thing out may need another
            T first = find.apply(this);
            known = Objects.requireNonNullElse(found.putIfAbsent(what, first), first);
        }
        return what.cast(known);
    }

    // ---------------------------------------------------------------- the tasks

    /**
     * Gives the number of rows.
     *
     * @return how many
     */
    public int size() {
        return rows.size();
    }

    /**
     * Tells which tasks have rows.
     *
     * @return 1 if all have, 2 if every second has, ...
     */
    public int every() {
        return rows.every();
    }

    /**
     * Gives a task's key. The first call costs O(tasks).
     *
     * @param row its row
     * @return its key
     */
    public Key key(int row) {
        return rows.log(row).tasks().key(rows.task(row));
    }

    /**
     * Gives a task's name.
     *
     * @param row its row
     * @return its name
     */
    public String name(int row) {
        Outline tasks = rows.log(row).tasks();
        return tasks.names().get(tasks.group(rows.task(row)));
    }

    /**
     * Gives the position of a task's name in {@link #names}.
     *
     * @param row its row
     * @return the position
     */
    public int group(int row) {
        return Objects.requireNonNull(groups.get(name(row)));
    }

    /**
     * Tells how a task ended. After the run what was not run is {@link State#SKIPPED} if it needs a task that failed, and
     * else {@link State#CANCELLED}. The first call after a run costs O(tasks + dependencies).
     *
     * @param row its row
     * @return its state
     */
    public State state(int row) {
        State state = rows.log(row).state(rows.slot(row));
        if (ended == null || state == State.DONE || state == State.FAILED) {
            return state;
        }
        return once(Missing.class, ignored -> Missing.of(rows)).has(row) ? State.SKIPPED : State.CANCELLED;
    }

    /**
     * Tells whether a task only gathers results into a list.
     *
     * @param row its row
     * @return whether it calls no function of the user's
     */
    public boolean gathers(int row) {
        return rows.log(row).tasks().gathers(rows.task(row));
    }

    /**
     * Tells when a task's last attempt began.
     *
     * @param row its row
     * @return the time, or -1 if it was not run
     */
    public long began(int row) {
        return rows.log(row).began(rows.slot(row));
    }

    /**
     * Tells when a task's last attempt ended.
     *
     * @param row its row
     * @return the time, or -1 if it was not run
     */
    public long ended(int row) {
        return rows.log(row).ended(rows.slot(row));
    }

    /**
     * Tells how long a task's last attempt took.
     *
     * @param row its row
     * @return nanoseconds; 0 if it was not run
     */
    public long time(int row) {
        return ended(row) - began(row);
    }

    /**
     * Tells how long a worker was at a task: all its attempts.
     *
     * @param row its row
     * @return nanoseconds; 0 if it was not run
     */
    public long busy(int row) {
        return time(row) + lost(row);
    }

    /**
     * Tells since when a worker was at a task, for attempts that follow each other at once.
     *
     * @param row its row
     * @return the time, or -1 if it was not run
     */
    public long busySince(int row) {
        return began(row) < 0 ? -1 : Math.max(0, began(row) - lost(row));
    }

    private long lost(int row) {
        PlanLog log = rows.log(row);
        long last = log.state(rows.slot(row)) == State.RUNNING ? time(row) : 0;
        return log.lost(rows.slot(row)) - last;
    }

    /**
     * Tells where a task was run.
     *
     * @param row its row
     * @return the position in {@link #workers}, or -1 if it was not run
     */
    public int worker(int row) {
        int worker = rows.log(row).worker(rows.slot(row));
        return worker < workers.size() ? worker : -1;
    }

    /**
     * Counts a task's attempts.
     *
     * @param row its row
     * @return how many; 0 if it was not run
     */
    public int attempts(int row) {
        return rows.log(row).attempts(rows.slot(row));
    }

    /**
     * Tells about how much memory a task's result takes.
     *
     * @param row its row
     * @return bytes, or -1 if that is not known
     */
    public long bytes(int row) {
        return rows.log(row).bytes(rows.slot(row));
    }

    /**
     * Gives what a task waited for. O(dependencies).
     *
     * @param row its row
     * @return rows, lowest first; none if not every task has a row
     */
    public int[] dependencies(int row) {
        return rows.dependencies(row);
    }

    /**
     * Gives the rows so that each comes after what it waited for. O(tasks + dependencies).
     *
     * @return all rows
     */
    public int[] inOrder() {
        return rows.inOrder();
    }

    /**
     * Gives the line that called a task.
     *
     * @param row its row
     * @return the line, where it was taken
     */
    public @Nullable CallSite callSite(int row) {
        return rows.log(row).tasks().callSite(rows.task(row));
    }

    /**
     * Gives the line that made a task's function into a task.
     *
     * @param row its row
     * @return the line, if the task has a function
     */
    public @Nullable CallSite taskSite(int row) {
        return rows.log(row).tasks().taskSite(rows.task(row));
    }
}
