package dev.bide.schedule;

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
     * Counts what has happened so far; never blocks. O(workers).
     *
     * @return the counts, each exact at some moment during the call
     */
    Progress progress();
}
