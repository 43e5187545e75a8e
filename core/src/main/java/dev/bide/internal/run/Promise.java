package dev.bide.internal.run;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a run gives in the end, a result or a failure, to all who wait for it and to all who have asked for a future.
 *
 * <p>What is given is written before {@code out} is counted down, and read after it has been waited for.
 *
 * @param <T> type of the result
 */
public abstract class Promise<T extends @Nullable Object> {
    private static final long TO_END = TimeUnit.SECONDS.toNanos(2);
    private static final long TO_TELL = TimeUnit.SECONDS.toNanos(10);

    private final CountDownLatch out = new CountDownLatch(1);
    private final Queue<CompletableFuture<T>> futures = new ConcurrentLinkedQueue<>();
    private @Nullable Object result;
    private @Nullable RuntimeException failure;
    private volatile boolean decided;

    /** Makes one of a run that goes on. */
    protected Promise() {}

    /**
     * Hears that somebody wants the run to stop.
     *
     * @param why why
     * @return whether that is what stopped it
     */
    public abstract boolean cancel(String why);

    /** Lets go of what waits for the end of the run: it is over, and those who have asked for a future have not heard yet. */
    protected abstract void letGo();

    /**
     * Waits a while, when the JVM shuts down, until the run is over and who listens has heard it, so that reports are written.
     * Runs whose tasks are in this JVM wait longer, for these to answer their interrupt.
     *
     * @param since when the run was cancelled
     */
    protected void awaitAnswers(long since) {
        if (!awaitUntil(since + TO_END) && decided) {
            awaitUntil(since + TO_TELL);
        }
    }

    /**
     * Says what will be given.
     *
     * @param value the result
     * @param thrown what is thrown instead, or {@code null}
     */
    protected final void decide(@Nullable Object value, @Nullable RuntimeException thrown) {
        result = value;
        failure = thrown;
        decided = true;
    }

    /** Gives out what was decided: the run is over. */
    protected final void giveOut() {
        out.countDown();
        letGo();
        for (CompletableFuture<T> future : futures) {
            fill(future);
        }
    }

    /**
     * Tells whether the run is over.
     *
     * @return whether there is a result or a failure
     */
    public final boolean ended() {
        return out.getCount() == 0;
    }

    /**
     * Waits until the run is over or the time has come. Cancels the run when interrupted, and restores the flag.
     *
     * @param deadline the time, as {@link Deadline} has it
     * @return whether the run is over
     */
    public final boolean awaitUntil(long deadline) {
        boolean interrupted = false;
        boolean over = ended();
        long left = Deadline.left(deadline);
        while (!over && left > 0) {
            try {
                over = out.await(left, TimeUnit.NANOSECONDS);
            } catch (InterruptedException now) {
                interrupted = true;
                cancel(Endings.INTERRUPTED);
            }
            left = Deadline.left(deadline);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return over;
    }

    /**
     * Gives the result of a run that is over.
     *
     * @return the result
     * @throws RuntimeException what the run failed with
     */
    @SuppressWarnings({"unchecked", "NullAway"})
    public final T give() {
        if (failure != null) {
            failure.fillInStackTrace();
            throw failure;
        }
        return (T) result;
    }

    /**
     * Makes a future for one asker: the run fills it now or later, whichever of the two comes second.
     *
     * @return a future of its own
     */
    public final CompletableFuture<T> future() {
        CompletableFuture<T> future = new CompletableFuture<>();
        futures.add(future);
        if (ended()) {
            fill(future);
        }
        return future;
    }

    @SuppressWarnings("unchecked")
    private void fill(CompletableFuture<T> future) {
        if (failure != null) {
            future.completeExceptionally(Objects.requireNonNull(failure));
        } else {
            future.complete((T) result);
        }
    }
}
