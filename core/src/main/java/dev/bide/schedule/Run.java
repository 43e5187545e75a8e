package dev.bide.schedule;

import dev.bide.graph.Plan;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One run of a graph, under way or ended. Safe to use from any thread.
 *
 * @param <T> type of the result
 */
public interface Run<T extends @Nullable Object> {
    /**
     * Waits for the run to end and gives its result. In a task of another run the waiting thread works for this run
     * meanwhile, so that no pool runs dry.
     *
     * <p>Interrupting the waiting thread cancels the run; the thread's interrupt flag is set again before this throws.
     *
     * @return the root's result
     * @throws TaskFailedException if a task failed; after that no task of the run is running any more, or the exception
     *     names those that ignored their interrupt
     * @throws RunCancelledException if the run was cancelled
     * @throws IllegalStateException if called by a task of this very run, which would wait for itself
     */
    T get();

    /**
     * Waits like {@link #get()}, but no longer than a time; the run goes on after that.
     *
     * @param timeout how long to wait
     * @return the root's result
     * @throws TimeoutException if the run has not ended by then
     */
    T get(Duration timeout) throws TimeoutException;

    /**
     * Cancels the run: queued tasks are dropped, running ones interrupted. Does nothing to a run that has ended.
     *
     * @return whether this call cancelled it
     */
    boolean cancel();

    /**
     * Tells whether the run has ended, with a result or without.
     *
     * @return whether it has
     */
    boolean isDone();

    /**
     * Gives the result as a future. Cancelling the future does not cancel the run; a thread that waits for the future
     * does not work for the run.
     *
     * @return a future that ends as {@link #get()} would
     */
    CompletableFuture<T> toCompletableFuture();

    /**
     * Runs a failed task again, with the inputs it had, in the caller's thread: for a debugger. The run itself does not
     * change, and nothing that depends on the task is run. The inputs of the first 16 tasks that failed are kept as long as
     * the run is.
     *
     * @param key the key of a task that failed
     * @return what it gives this time
     * @throws IllegalArgumentException if no such task has failed in this run
     * @throws Exception what it throws this time, as it is
     */
    @Nullable
    Object rerun(String key) throws Exception;

    /**
     * Gives what the run began with; a graph that grows has more.
     *
     * @return the plan
     */
    Plan plan();

    /**
     * Gives what the run was asked for.
     *
     * @return its options
     */
    RunOptions options();

    /**
     * Counts what has happened so far; never blocks. O(workers).
     *
     * @return the counts, each exact at some moment during the call
     */
    Progress progress();
}
