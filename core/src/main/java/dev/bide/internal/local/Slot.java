package dev.bide.internal.local;

import dev.bide.graph.Key;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A worker's place in one run: what it does there, and its own queue.
 *
 * <p>One thread at a time works in a slot. While a thread is attached the run may interrupt it, and only then: attaching,
 * detaching and interrupting hold the slot's lock, so that no interrupt arrives after the thread has left.
 */
final class Slot {
    private static final ThreadLocal<@Nullable Slot> CURRENT = new ThreadLocal<>();

    private static final VarHandle FRAME;

    static {
        try {
            FRAME = MethodHandles.lookup().findVarHandle(Slot.class, "frame", Frame.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    final LocalRun<?> run;
    final TaskDeque deque = new TaskDeque();

    private @Nullable Thread thread;
    private @Nullable Slot outer;
    private boolean interrupted;
    private boolean callerInterrupted;

    // Written by the worker alone, read by progress() and by the text that names tasks that do not stop.
    volatile String worker = "";
    private @Nullable Frame frame;
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
        for (Slot s = outer; s != null; s = s.outer) {
            s.interruptAgain();
        }
        if (callerInterrupted) {
            callerInterrupted = false;
            Thread.currentThread().interrupt();
        }
    }

    /** After {@link #leave}, and after what the last to leave a run does for it: that may wait for other runs and help them. */
    void forget() {
        CURRENT.set(outer);
        outer = null;
    }

    /** Whether the user has interrupted a thread of its own, with a run in order around this slot. Restored when it leaves. */
    boolean callerInterrupted(boolean thrown) {
        if (!thrown && !Thread.currentThread().isInterrupted() || !onCallersThread()) {
            return false;
        }
        callerInterrupted = true;
        return true;
    }

    private boolean onCallersThread() {
        for (Slot s = outer; s != null; s = s.outer) {
            if (s.run.hands instanceof CallerThread) {
                return true;
            }
        }
        return false;
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

    /** A task left its thread interrupted, and no run did it: the next task must not suffer for it. */
    void dropStrayInterrupt() {
        if (!Thread.currentThread().isInterrupted() || run.stopped() || outerStopped()) {
            return;
        }
        if (callerInterrupted(false)) {
            run.ending.cancel(LocalRun.INTERRUPTED);
        } else {
            Thread.interrupted();
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

    @Nullable
    Slot outer() {
        return outer;
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
        FRAME.setRelease(this, of);
    }

    void end() {
        FRAME.setRelease(this, null);
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
        return FRAME.getAcquire(this) != null;
    }

    @Nullable
    Key runningKey() {
        Frame at = (Frame) FRAME.getAcquire(this);
        return at == null || task >= at.plan.size() ? null : at.plan.key(task);
    }
}
