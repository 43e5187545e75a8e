package dev.bide.diagnostics.internal.recording;

import dev.bide.graph.CallSite;
import dev.bide.graph.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was written down of the tasks of one run. Times are nanoseconds since the run began. A row is a task that has
 * details: each, or in very large runs every second, third, ... one.
 *
 * <p>Rows stand in the order of their plan, the first plan's first; those that a graph grew by come after.
 */
abstract sealed class RecordedTasks permits Recording {
    final Rows rows;
    private final boolean over;
    private final List<String> workers;
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final List<String> names;
    private volatile @Nullable Missing missing;

    /**
     * Takes the tasks in.
     *
     * @param rows those that have details
     * @param others the names of those that have none
     * @param workers the number of each thread that ran one
     * @param over whether the run has ended, so that no task is waiting or running any more
     */
    RecordedTasks(Rows rows, Set<String> others, Map<String, Integer> workers, boolean over) {
        this.rows = rows;
        this.over = over;
        this.workers = byNumber(workers);
        for (PlanLog log : rows.logs()) {
            log.tasks().names().forEach(name -> groups.putIfAbsent(name, groups.size()));
        }
        others.stream().sorted().forEach(name -> groups.putIfAbsent(name, groups.size()));
        this.names = List.copyOf(groups.keySet());
    }

    private static List<String> byNumber(Map<String, Integer> workers) {
        return new ArrayList<>(workers.entrySet())
                .stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList();
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
        if (!over || state == State.DONE || state == State.FAILED) {
            return state;
        }
        return missing().has(row) ? State.SKIPPED : State.CANCELLED;
    }

    private Missing missing() {
        Missing known = missing;
        if (known == null) {
            known = Missing.of(rows);
            missing = known;
        }
        return known;
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
