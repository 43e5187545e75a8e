package dev.bide.internal.local;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * A count for each task, that goes down by one for each task on the other side of a dependency. Whoever takes one to zero
 * is told so, and nobody else.
 *
 * <p>Memory model. A count goes down by an atomic add, which releases what the thread wrote before; whoever takes it to zero
 * has acquired all the others' adds, and so sees all of that. The last may skip the add: a count that reads 1 with acquire is
 * its own, because nobody else can take it further down, and all earlier adds are ordered before the read.
 *
 * <p>A count that very many would take down is split ({@link SplitCount}), so that workers seldom write to the same line of
 * a cache.
 */
final class Counts {
    /** An entry from here on is no count, but says which of {@code splits} counts instead. */
    private static final int SPLIT = 1 << 30;

    private static final VarHandle LEFT = MethodHandles.arrayElementVarHandle(int[].class);

    private final int[] left;
    private SplitCount[] splits = {};

    private Counts(int size) {
        this.left = new int[size];
    }

    /** Counts the entries of each row. */
    static Counts of(int[] start) {
        Counts counts = new Counts(start.length - 1);
        counts.count(start);
        return counts;
    }

    /** Counts the entries of each row, the long ones in parts. */
    static Counts split(int[] start, int[] rows) {
        Counts counts = new Counts(start.length - 1);
        if (counts.count(start) >= SplitCount.MANY) {
            counts.splitLong(start, rows);
        }
        return counts;
    }

    /** Gives the longest row. Without branches, so that the compiler makes vector instructions of it. */
    private int count(int[] start) {
        int longest = 0;
        for (int i = 0; i < left.length; i++) {
            int length = start[i + 1] - start[i];
            left[i] = length;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private void splitLong(int[] start, int[] rows) {
        int found = 0;
        for (int i = 0; i < left.length; i++) {
            if (left[i] >= SplitCount.MANY) {
                splits = found < splits.length ? splits : Arrays.copyOf(splits, 2 * found + 1);
                splits[found] = SplitCount.of(rows, start[i], start[i + 1], SplitCount.IN_A_PART);
                left[i] = SPLIT + found++;
            }
        }
    }

    /** Takes a task's count down for the task {@code by}, which is in its row; tells whether it was the last. */
    boolean down(int task, int by) {
        int seen = (int) LEFT.getAcquire(left, task);
        if (seen == 1) {
            return true;
        }
        return seen >= SPLIT ? splits[seen - SPLIT].down(by) : add(left, task, -1) == 1;
    }

    /** As {@link #down}, where counts also go up: the count really goes to zero. */
    boolean downByAdd(int task) {
        return add(left, task, -1) == 1;
    }

    /** As {@link #down}, where no other thread looks. */
    boolean downAlone(int task) {
        return --left[task] == 0;
    }

    /** Takes a count up unless it is zero; tells whether it did. */
    boolean up(int task) {
        int seen = get(task);
        while (seen > 0) {
            int found = (int) LEFT.compareAndExchange(left, task, seen, seen + 1);
            if (found == seen) {
                return true;
            }
            seen = found;
        }
        return false;
    }

    int get(int task) {
        return (int) LEFT.getVolatile(left, task);
    }

    void set(int task, int count) {
        LEFT.setVolatile(left, task, count);
    }

    /** Atomic, with the effects of a release and an acquire; gives what was there. */
    static int add(int[] counts, int at, int more) {
        return (int) LEFT.getAndAdd(counts, at, more);
    }
}
