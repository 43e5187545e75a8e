package dev.bide.internal.local;

import dev.bide.graph.Key;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.internal.run.Endings;
import dev.bide.internal.run.Shutdown;
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

    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    // Where in marks they are: two cache lines from whatever lies on either side, because the worker writes them at
    // each task.
    private static final int RUNNING = 16;
    private static final int DONE = 17;
    private static final int MARKS = 34;

    final LocalRun<?> run;
    final TaskDeque deque = new TaskDeque();

    private @Nullable Thread thread;
    private @Nullable Slot outer;
    private boolean interrupted;
    private volatile boolean late;
    private boolean callerInterrupted;

    // Written by the worker alone, read by progress() and by the text that names tasks that do not stop.
    volatile String worker = "";
    private final long[] marks = new long[MARKS];

    // What the worker does now, in a run that somebody listens to; the worker's own.
    long began;
    long threw;
    int attempt;
    LimitPlace.@Nullable Held held;

    Slot(LocalRun<?> run) {
        this.run = run;
        marks[RUNNING] = Ready.NONE;
    }

    /** A place in which nobody works, to tell of what was done in another. */
    static Slot like(Slot other, int attempt) {
        Slot slot = new Slot(other.run);
        slot.worker = other.worker;
        slot.attempt = attempt;
        slot.began = other.began;
        slot.threw = System.nanoTime();
        return slot;
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
        interruptAgainAround();
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

    private void interruptAgainAround() {
        for (Slot s = outer; s != null; s = s.outer) {
            s.interruptAgain();
        }
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

    /** The time of the task that runs here is up. */
    synchronized void interruptTask() {
        if (thread != null) {
            late = true;
            thread.interrupt();
        }
    }

    /** That task is over; an interrupt that a run sent stays. */
    void takeBackInterrupt() {
        late = false;
        Thread.interrupted();
        interruptAgain();
        interruptAgainAround();
    }

    /** Whether the thread at work here is the one that waits for the JVM to shut down. */
    synchronized boolean shutsDown() {
        return Shutdown.isAskedBy(thread);
    }

    /** A task left its thread interrupted, and no run did it: the next task must not suffer for it. */
    void dropStrayInterrupt() {
        if (outer != null && outerStopped()) {
            run.ending.cancel(Endings.INTERRUPTED);
            return;
        }
        if (!Thread.currentThread().isInterrupted() || run.stopped()) {
            return;
        }
        if (callerInterrupted(false)) {
            run.ending.cancel(Endings.INTERRUPTED);
        } else {
            Thread.interrupted();
        }
    }

    /** Whether this thread works here for a task whose run has been stopped, or whose time is up. */
    boolean outerStopped() {
        for (Slot s = outer; s != null; s = s.outer) {
            if (s.late || s.run.stopped()) {
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

    void begin(long task) {
        LONGS.setRelease(marks, RUNNING, task);
    }

    void end() {
        LONGS.setRelease(marks, RUNNING, Ready.NONE);
    }

    void count() {
        LONGS.setOpaque(marks, DONE, (long) LONGS.getOpaque(marks, DONE) + 1);
    }

    long done() {
        return (long) LONGS.getOpaque(marks, DONE);
    }

    long takeDone() {
        long taken = done();
        LONGS.setOpaque(marks, DONE, 0L);
        return taken;
    }

    boolean busy() {
        return running() != Ready.NONE;
    }

    /** What is being run, or {@link Ready#NONE}. */
    long running() {
        return (long) LONGS.getAcquire(marks, RUNNING);
    }

    /** The key of what is being run, if that is still so. */
    @Nullable
    Key runningKey() {
        long task = running();
        Plan plan = planOf(task);
        return plan == null ? null : plan.key((int) task);
    }

    /** The call that is being run, if that is still so. */
    @Nullable
    Node runningNode() {
        long task = running();
        Plan plan = planOf(task);
        return plan == null ? null : plan.node((int) task);
    }

    private @Nullable Plan planOf(long task) {
        Frame frame = task == Ready.NONE ? null : run.frameOf(task);
        return frame == null || (int) task >= frame.plan.size() ? null : frame.plan;
    }
}
