package dev.bide.internal.local;

import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.TaskFailedException;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends: from running, at once or through stopping, to ended. Each step is taken once, under the lock; the result
 * is given out after the listeners have heard the last event.
 *
 * <p>What a waiter gives out is written before {@code out}, which is volatile, becomes true.
 */
final class Ending<T extends @Nullable Object> {
    private enum Phase {
        RUNNING,
        STOPPING,
        ENDED
    }

    private final LocalRun<T> run;
    private final Duration grace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private volatile Phase phase = Phase.RUNNING;
    private volatile boolean out;
    private volatile @Nullable Thread helper;
    private volatile long stoppedAt;
    private @Nullable String cancelled;
    private @Nullable Object result;
    private @Nullable RuntimeException failure;
    private @Nullable CompletableFuture<T> future;

    Ending(LocalRun<T> run, Duration grace) {
        this.run = run;
        this.grace = grace;
    }

    // ---------------------------------------------------------------- phases

    /** Whether nothing new may be started. */
    boolean stopping() {
        return phase != Phase.RUNNING;
    }

    boolean ended() {
        return out;
    }

    /** The root has its result. A failure that came first wins. */
    void succeed(@Nullable Object value) {
        RuntimeException missing =
                value instanceof Failures.Missing ? run.failures().merged() : null;
        end(Phase.RUNNING, missing == null ? value : null, missing);
    }

    /** A task failed: stop. */
    void stop() {
        stop(null);
    }

    /** Somebody wants the run to stop; tells whether that is what stopped it. */
    boolean cancel(String why) {
        return stop(why);
    }

    private boolean stop(@Nullable String why) {
        lock.lock();
        try {
            if (phase != Phase.RUNNING) {
                return false;
            }
            cancelled = why;
            stoppedAt = System.nanoTime();
            phase = Phase.STOPPING;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        wakeHelper();
        run.expel();
        return true;
    }

    /** The last worker has left a stopped run. */
    void end() {
        if (phase == Phase.STOPPING) {
            end(Phase.STOPPING, null, whatStopped(List.of()));
        }
    }

    /** Some workers have not left in time: end without them, and name what they run. */
    private void endWithout() {
        List<String> stuck = run.crew.runningKeys();
        if (!stuck.isEmpty()) {
            end(Phase.STOPPING, null, whatStopped(stuck));
        }
    }

    private RuntimeException whatStopped(List<String> stuck) {
        String ignored = stuck.isEmpty()
                ? ""
                : "; still running " + grace.toMillis() + " ms after their interrupt: " + String.join(", ", stuck);
        if (run.failures().bug() != null) {
            return new IllegalStateException(
                    "Bide itself failed in this run; please report it",
                    run.failures().bug());
        }
        TaskFailedException failed = run.failures().merged();
        if (cancelled == null && failed != null) {
            if (!stuck.isEmpty()) {
                failed.addSuppressed(
                        new IllegalStateException("the run has ended without some of its tasks" + ignored));
            }
            return failed;
        }
        RunCancelledException exception = new RunCancelledException(cancelled + ignored);
        if (failed != null) {
            exception.addSuppressed(failed);
        }
        return exception;
    }

    private void end(Phase from, @Nullable Object value, @Nullable RuntimeException thrown) {
        lock.lock();
        try {
            if (phase != from) {
                return;
            }
            result = value;
            failure = thrown;
            phase = Phase.ENDED;
        } finally {
            lock.unlock();
        }
        run.hands.part(run);
        if (run.events == null) {
            giveOut();
        } else {
            run.events.ended(thrown, this::giveOut);
        }
    }

    private void giveOut() {
        CompletableFuture<T> waiting;
        lock.lock();
        try {
            out = true;
            waiting = future;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        wakeHelper();
        if (waiting != null) {
            fill(waiting);
        }
    }

    // ---------------------------------------------------------------- waiting

    /** Waits until the run is over or the time has come; gives whether it is over. Cancels the run when interrupted. */
    boolean awaitUntil(long deadline) {
        boolean interrupted = false;
        lock.lock();
        try {
            while (!out && System.nanoTime() - deadline < 0) {
                try {
                    awaitChange(deadline);
                } catch (InterruptedException now) {
                    interrupted = true;
                    cancel(LocalRun.INTERRUPTED);
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return out;
    }

    @SuppressWarnings("WaitNotInLoop") // awaitUntil is the loop
    private void awaitChange(long deadline) throws InterruptedException {
        long now = System.nanoTime();
        long wait = deadline - now;
        if (phase == Phase.STOPPING) {
            long graceLeft = stoppedAt + grace.toNanos() - now;
            if (graceLeft <= 0) {
                endWithout();
                graceLeft = grace.toNanos();
            }
            wait = Math.min(wait, Math.max(1, graceLeft));
        }
        if (!out) {
            long left = changed.awaitNanos(wait);
            assert left <= wait;
        }
    }

    /**
     * A thread that works for the run sleeps, if there is still nothing to do. It says so, then looks; whoever adds a task
     * or ends the run does that, then looks whether somebody sleeps: with the fences between, one sees the other.
     */
    void sleepHelper(long deadline) {
        helper = Thread.currentThread();
        VarHandle.fullFence();
        if (!stopping() && !run.ready.hasWork()) {
            LockSupport.parkNanos(this, deadline - System.nanoTime());
        }
        helper = null;
    }

    void wakeHelper() {
        Thread sleeping = helper;
        if (sleeping != null) {
            LockSupport.unpark(sleeping);
        }
    }

    // ---------------------------------------------------------------- giving out

    @SuppressWarnings({"unchecked", "NullAway"})
    T give() {
        if (failure != null) {
            failure.fillInStackTrace();
            throw failure;
        }
        return (T) result;
    }

    CompletableFuture<T> future() {
        CompletableFuture<T> made;
        lock.lock();
        try {
            if (future == null) {
                future = new CompletableFuture<>();
            }
            made = future;
        } finally {
            lock.unlock();
        }
        if (out) {
            fill(made);
        }
        return made.copy();
    }

    @SuppressWarnings("unchecked")
    private void fill(CompletableFuture<T> waiting) {
        if (failure != null) {
            waiting.completeExceptionally(Objects.requireNonNull(failure));
        } else {
            waiting.complete((T) result);
        }
    }
}
