package dev.bide.remote.driver;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the driver's thread is to do, in the order in which it was asked.
 *
 * <p>The thread says that it sleeps, then looks; whoever adds something adds it, then looks whether the thread sleeps. Both are
 * volatile accesses, so one of the two sees the other.
 */
final class Mailbox {
    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread sleeping;

    void add(Runnable step) {
        queue.add(step);
        Thread thread = sleeping;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }

    /** Waits for the next step until a time; gives {@code null} if there is none by then. */
    @Nullable
    Runnable next(long until) {
        Runnable step = queue.poll();
        while (step == null) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            sleeping = Thread.currentThread();
            step = queue.poll();
            if (step == null) {
                LockSupport.parkNanos(this, left);
                step = queue.poll();
            }
            sleeping = null;
        }
        return step;
    }
}
