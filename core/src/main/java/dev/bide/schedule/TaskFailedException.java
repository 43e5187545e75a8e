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
    private final Attempt[] attempts;
    private final int mostAttempts;
    private final String[] inputs;
    private final String[] details;
    private final String summary;

    private TaskFailedException(Key key, @Nullable CallSite callSite, FailureText text, List<Attempt> attempts) {
        super(text.message(), attempts.get(attempts.size() - 1).failure());
        this.key = key;
        this.callSite = callSite;
        this.ledTo = text.ledTo().toArray(Key[]::new);
        this.attempts = attempts.toArray(Attempt[]::new);
        this.mostAttempts = text.mostAttempts();
        this.inputs = text.inputs().toArray(String[]::new);
        this.details = text.details().toArray(String[]::new);
        this.summary = text.first();
    }

    /**
     * Makes the exception for a task of a plan.
     *
     * @param plan the plan
     * @param task the number of the task
     * @param inputs its arguments, as they were
     * @param attempts how often it was tried, and what it threw: all attempts, or some of the first and the last
     * @param mostAttempts how often it might have been tried
     * @return the exception, with its message
     */
    public static TaskFailedException of(
            Plan plan, int task, @Nullable Object[] inputs, List<Attempt> attempts, int mostAttempts) {
        return of(plan, task, inputs, attempts, mostAttempts, true);
    }

    /**
     * Makes the exception for a task of a plan, which may be one that cannot be run again in the caller's thread.
     *
     * @param plan the plan
     * @param task the number of the task
     * @param inputs its arguments, as they were
     * @param attempts how often it was tried, and what it threw: all attempts, or some of the first and the last
     * @param mostAttempts how often it might have been tried
     * @param again whether {@link Run#rerun} can run it
     * @return the exception, with its message
     */
    public static TaskFailedException of(
            Plan plan, int task, @Nullable Object[] inputs, List<Attempt> attempts, int mostAttempts, boolean again) {
        CallSite site = plan.callSite(task) != null ? plan.callSite(task) : plan.taskSite(task);
        FailureText text = FailureText.of(plan, task, inputs, attempts, mostAttempts, again);
        return new TaskFailedException(plan.key(task), site, text, attempts);
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
     * Gives the attempts to run the task, each with what it threw. Of very many, the first sixteen and the last.
     *
     * @return the attempts; one, unless the task has retries
     */
    public List<Attempt> attempts() {
        return List.of(attempts);
    }

    /**
     * Tells how often the task might have been tried.
     *
     * @return one, and one for each retry that the task has
     */
    public int mostAttempts() {
        return mostAttempts;
    }

    /**
     * Gives the task's inputs in short: of each its parameter's name where that is known, its value or its type and size,
     * and the task that it came from. With {@code -Dbide.values=off} types and sizes alone.
     *
     * @return a text for each, such as {@code gamma NaN} or {@code train double[200][], from split-4}
     */
    public List<String> inputs() {
        return List.of(inputs);
    }

    /**
     * Gives the first line of the message: which task failed, and what it threw.
     *
     * @return the line
     */
    public String summary() {
        return summary;
    }

    /**
     * Gives the lines of the message after the first: the lines that called and made the task, its inputs, what was not
     * run because of it, and how to run it again where that is possible.
     *
     * @return lines, each with its label
     */
    public List<String> details() {
        return List.of(details);
    }
}
