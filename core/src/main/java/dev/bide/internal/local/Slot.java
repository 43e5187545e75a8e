package dev.bide.internal.local;

import dev.bide.graph.Key;
import org.jspecify.annotations.Nullable;

/**
 * A worker's place in one run: what it does there, and its own queue.
 *
 * <p>One thread at a time works in a slot. While a thread is attached the run may interrupt it, and only then: attaching,
 * detaching and interrupting hold the slot's lock, so that no interrupt arrives after the thread has left.
 */
final class Slot {
    private static final ThreadLocal<@Nullable Slot> CURRENT = new ThreadLocal<>();

    final LocalRun<?> run;
    final TaskDeque deque = new TaskDeque();

    private @Nullable Thread thread;
    private @Nullable Slot outer;
    private boolean interrupted;

    // Written by the worker alone, read by progress() and by the text that names tasks that do not stop.
    volatile String worker = "";
    private volatile @Nullable Frame frame;
    private int task;
    private long done;

    Slot(LocalRun<?> run) {
        this.run = run;
    }

    /** The innermost slot that the calling thread works in. */
    static @Nullable Slot current() {
        return CURRENT.get();
    }

    synchronized void enter() {
        thread = Thread.currentThread();
        worker = thread.getName();
        outer = CURRENT.get();
        CURRENT.set(this);
    }

    /** Leaves, and takes back an interrupt that this run sent; one that an outer run sent stays. */
    synchronized void leave() {
        if (interrupted) {
            interrupted = false;
            Thread.interrupted();
        }
        thread = null;
        CURRENT.set(outer);
        for (Slot s = outer; s != null; s = s.outer) {
            s.interruptAgain();
        }
        outer = null;
    }

    private synchronized void interruptAgain() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void interrupt() {
        if (thread != null && !interrupted) {
            interrupted = true;
            thread.interrupt();
        }
    }

    /** Whether a run around this one has been stopped while this thread works here. */
    boolean outerStopped() {
        for (Slot s = outer; s != null; s = s.outer) {
            if (s.run.stopped()) {
                return true;
            }
        }
        return false;
    }

    /** Whether this slot or one around it works for the run. */
    boolean worksFor(LocalRun<?> other) {
        for (Slot s = this; s != null; s = s.outer) {
            if (s.run == other) {
                return true;
            }
        }
        return false;
    }

    void begin(Frame of, int number) {
        task = number;
        frame = of;
    }

    void end() {
        frame = null;
    }

    void count() {
        done++;
    }

    long done() {
        return done;
    }

    long takeDone() {
        long taken = done;
        done = 0;
        return taken;
    }

    boolean busy() {
        return frame != null;
    }

    @Nullable
    Key runningKey() {
        Frame at = frame;
        return at == null ? null : at.plan.key(task);
    }
}
