package dev.bide.diagnostics.internal.recording;

import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.graph.Plan;
import dev.bide.schedule.TaskFailedException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was written down of one run: its tasks, row by row, and the run as a whole. Times are nanoseconds since it began. */
public final class Recording extends RecordedTasks {
    private final @Nullable String title;
    private final RunStarted started;
    private final @Nullable RunEnded ended;
    private final long now = System.nanoTime();
    private final Map<String, Sums> rest;
    private final List<Thrown> failed;
    private final List<HeapSample> heap;
    private final long resumed;
    private final boolean elsewhere;
    private final Map<Class<?>, Object> found = new ConcurrentHashMap<>();

    /** The workers by their names, and whether any is not a thread of this JVM. */
    record Workers(Map<String, Integer> numbers, boolean elsewhere) {}

    Recording(
            @Nullable String title,
            RunStarted started,
            @Nullable RunEnded ended,
            Rows rows,
            Map<String, Sums> rest,
            Workers workers,
            Collection<Thrown> failed,
            Collection<HeapSample> heap,
            long resumed) {
        super(rows, rest.keySet(), workers.numbers(), ended != null);
        this.title = title;
        this.started = started;
        this.ended = ended;
        this.rest = rest;
        this.failed = List.copyOf(failed);
        this.heap = List.copyOf(heap);
        this.resumed = resumed;
        this.elsewhere = workers.elsewhere();
    }

    /**
     * Tells whether workers are other JVMs, which may run several tasks at a time, and go, and be replaced; or threads of this one.
     *
     * @return whether any is elsewhere
     */
    public boolean elsewhere() {
        return elsewhere;
    }

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
}
