package dev.bide.internal.run;

import dev.bide.graph.Key;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tasks of a run that failed, in the order in which they did, and the first of them to be run again. Safe to use from any thread. */
public final class Reruns {
    /** How many failed tasks can be run again: their inputs are kept as long as the run is. */
    private static final int MOST = 16;

    private final List<TaskFailedException> all = new ArrayList<>();
    private final Map<Key, Callable<@Nullable Object>> again = new HashMap<>();

    /** Makes one of a run in which nothing has failed. */
    public Reruns() {}

    /**
     * Notes a failure.
     *
     * @param failure the failure
     * @param task runs it again, or {@code null} if that is not possible
     */
    public synchronized void add(TaskFailedException failure, @Nullable Callable<@Nullable Object> task) {
        all.add(failure);
        if (task != null && again.size() < MOST) {
            again.putIfAbsent(failure.key(), task);
        }
    }

    /**
     * Counts the failures.
     *
     * @return how many
     */
    public synchronized int count() {
        return all.size();
    }

    /**
     * Gives all failures in one.
     *
     * @return the first with the others suppressed in it, or {@code null} if there is none
     */
    public synchronized @Nullable TaskFailedException merged() {
        if (all.isEmpty()) {
            return null;
        }
        TaskFailedException first = all.get(0);
        all.stream().skip(1 + first.getSuppressed().length).forEach(first::addSuppressed);
        return first;
    }

    /**
     * Runs a failed task again, in the caller's thread.
     *
     * @param key its key
     * @return what it gives
     * @throws IllegalArgumentException if that is not possible
     * @throws Exception what it throws
     */
    public @Nullable Object rerun(Key key) throws Exception {
        Callable<@Nullable Object> task;
        synchronized (this) {
            task = again.get(key);
            if (task == null) {
                throw new IllegalArgumentException("rerun(" + key + "): " + whyNot());
            }
        }
        return task.call();
    }

    private String whyNot() {
        if (all.isEmpty()) {
            return "no task of this run has failed, and only a failed one can be run again";
        }
        String failed = again.keySet().stream().map(Key::toString).sorted().collect(Collectors.joining(", "));
        String first = all.size() > again.size() ? "the first " + again.size() + " failed tasks" : "a failed task";
        return "only " + first + " of this run can be run again: " + failed;
    }
}
