package dev.bide.schedule;

import dev.bide.graph.CallSite;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task threw, and so a run has no result. The cause is what the first failed task threw; what other tasks threw is
 * suppressed in it.
 *
 * <p>The message names the task, the lines that called and made it, its inputs in short, and what was not run because of
 * it.
 */
public final class TaskFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Key key;
    private final transient @Nullable CallSite callSite;
    private final Key[] ledTo;
    private final int attempts;

    private TaskFailedException(
            String message, Throwable cause, Key key, @Nullable CallSite callSite, List<Key> ledTo, int attempts) {
        super(message, cause);
        this.key = key;
        this.callSite = callSite;
        this.ledTo = ledTo.toArray(Key[]::new);
        this.attempts = attempts;
    }

    /**
     * Makes the exception for a task of a plan.
     *
     * @param plan the plan
     * @param task the number of the task
     * @param inputs its arguments, as they were
     * @param attempts how often it was tried
     * @param cause what it threw last
     * @return the exception, with its message
     */
    public static TaskFailedException of(
            Plan plan, int task, @Nullable Object[] inputs, int attempts, Throwable cause) {
        Key key = plan.key(task);
        List<Key> ledTo = plan.chainFrom(task);
        String message = FailureText.of(plan, task, inputs, attempts, cause, ledTo);
        CallSite site = plan.callSite(task) != null ? plan.callSite(task) : plan.taskSite(task);
        return new TaskFailedException(message, cause, key, site, ledTo, attempts);
    }

    /**
     * Gives the key of the task that failed first.
     *
     * @return its key
     */
    public Key key() {
        return key;
    }

    /**
     * Gives the line that called the task, or the one that made it if the call's was not taken.
     *
     * @return the line, or {@code null} if neither is known, as after a journey to another JVM
     */
    public @Nullable CallSite callSite() {
        return callSite;
    }

    /**
     * Gives what was not run because of this task, along one path to the root.
     *
     * @return keys, nearest first
     */
    public List<Key> ledTo() {
        return List.of(ledTo);
    }

    /**
     * Gives how often the task was tried.
     *
     * @return one, unless it has retries
     */
    public int attempts() {
        return attempts;
    }
}
