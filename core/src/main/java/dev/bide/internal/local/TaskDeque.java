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

    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    // Where in ends they are: two cache lines from each other and from whatever lies beside it, because the owner
    // writes the
    // bottom all the time.
    private static final int TOP = 16;
    private static final int BOTTOM = 32;

    private final long[] ends = new long[48];
    private volatile long[] elements = NOTHING;

    /** Adds a task; the owner's. The release of {@code bottom} publishes the element. */
    void push(long task) {
        long b = (long) LONGS.getOpaque(ends, BOTTOM);
        long[] array = elements;
        if (b - (long) LONGS.getAcquire(ends, TOP) >= array.length) {
            array = grow(array, b);
        }
        LONGS.setOpaque(array, (int) b & array.length - 1, task);
        LONGS.setRelease(ends, BOTTOM, b + 1);
    }

    private long[] grow(long[] array, long b) {
        long[] larger = new long[Math.max(FIRST, 2 * array.length)];
        for (long i = (long) LONGS.getAcquire(ends, TOP); i < b; i++) {
            larger[(int) i & larger.length - 1] = array[(int) i & array.length - 1];
        }
        elements = larger;
        return larger;
    }

    /** Takes the task pushed last; the owner's. The fence orders the claim of {@code bottom} before the read of {@code top}. */
    long pop() {
        long b = (long) LONGS.getOpaque(ends, BOTTOM) - 1;
        if (b < (long) LONGS.getOpaque(ends, TOP)) {
            return NONE;
        }
        LONGS.setOpaque(ends, BOTTOM, b);
        VarHandle.fullFence();
        long t = (long) LONGS.getOpaque(ends, TOP);
        long task = t <= b ? (long) LONGS.getOpaque(elements, (int) b & elements.length - 1) : NONE;
        if (t >= b) {
            if (t == b && !LONGS.compareAndSet(ends, TOP, t, t + 1)) {
                task = NONE;
            }
            LONGS.setOpaque(ends, BOTTOM, b + 1);
        }
        return task;
    }

    /** Takes the oldest task; any thread's. Answers {@link #NONE} also when another thread was faster. */
    long steal() {
        long t = (long) LONGS.getAcquire(ends, TOP);
        VarHandle.fullFence();
        long b = (long) LONGS.getAcquire(ends, BOTTOM);
        if (t >= b) {
            return NONE;
        }
        long[] array = elements;
        long task = (long) LONGS.getOpaque(array, (int) t & array.length - 1);
        return LONGS.compareAndSet(ends, TOP, t, t + 1) ? task : NONE;
    }

    boolean isEmpty() {
        return (long) LONGS.getVolatile(ends, TOP) >= (long) LONGS.getVolatile(ends, BOTTOM);
    }
}
