package dev.bide.internal.local;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A work-stealing deque of tasks: its owner pushes and pops at the bottom, thieves steal at the top.
 *
 * <p>Chase and Lev, "Dynamic Circular Work-Stealing Deque", SPAA 2005, with the orderings of Lê, Pop, Cohen and Zappa
 * Nardelli, "Correct and Efficient Work-Stealing for Weak Memory Models", PPoPP 2013. The array is made at the first push,
 * doubles when full and is never given back.
 *
 * <p>Invariant: the tasks are those at {@code top .. bottom-1}; {@code top} only grows, and only by a compare-and-set, so
 * each task is taken once.
 */
final class TaskDeque {
    private static final long[] NOTHING = {};
    private static final int FIRST = 32;

    /** What pop and steal answer when there is nothing; no task has this number. */
    static final long NONE = -1;

    private static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle TOP;
    private static final VarHandle BOTTOM;

    static {
        try {
            TOP = MethodHandles.lookup().findVarHandle(TaskDeque.class, "top", long.class);
            BOTTOM = MethodHandles.lookup().findVarHandle(TaskDeque.class, "bottom", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile long top;
    private volatile long bottom;
    private volatile long[] elements = NOTHING;

    /** Adds a task; the owner's. The release of {@code bottom} publishes the element. */
    void push(long task) {
        long b = (long) BOTTOM.getOpaque(this);
        long[] array = elements;
        if (b - top >= array.length) {
            array = grow(array, b);
        }
        ELEMENTS.setOpaque(array, (int) b & array.length - 1, task);
        BOTTOM.setRelease(this, b + 1);
    }

    private long[] grow(long[] array, long b) {
        long[] larger = new long[Math.max(FIRST, 2 * array.length)];
        for (long i = top; i < b; i++) {
            larger[(int) i & larger.length - 1] = array[(int) i & array.length - 1];
        }
        elements = larger;
        return larger;
    }

    /** Takes the task pushed last; the owner's. The fence orders the claim of {@code bottom} before the read of {@code top}. */
    long pop() {
        long b = (long) BOTTOM.getOpaque(this) - 1;
        if (b < (long) TOP.getOpaque(this)) {
            return NONE;
        }
        BOTTOM.setOpaque(this, b);
        VarHandle.fullFence();
        long t = (long) TOP.getOpaque(this);
        long task = t <= b ? (long) ELEMENTS.getOpaque(elements, (int) b & elements.length - 1) : NONE;
        if (t >= b) {
            if (t == b && !TOP.compareAndSet(this, t, t + 1)) {
                task = NONE;
            }
            BOTTOM.setOpaque(this, b + 1);
        }
        return task;
    }

    /** Takes the oldest task; any thread's. Answers {@link #NONE} also when another thread was faster. */
    long steal() {
        long t = (long) TOP.getAcquire(this);
        VarHandle.fullFence();
        long b = (long) BOTTOM.getAcquire(this);
        if (t >= b) {
            return NONE;
        }
        long[] array = elements;
        long task = (long) ELEMENTS.getOpaque(array, (int) t & array.length - 1);
        return TOP.compareAndSet(this, t, t + 1) ? task : NONE;
    }

    boolean isEmpty() {
        return top >= bottom;
    }
}
