package dev.bide.remote;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Results of a run that nobody needs any more and that their workers still have: the last small ones, as many as
 * {@link BrainOptions#spares}. When a worker is lost, what is made again begins with them instead of at the leaves.
 *
 * <p>Such a task is {@link State#RELEASED} and has holders.
 */
final class Spares {
    private static final int SMALL = 1024;
    private static final int FEW = 64;

    private final int most;

    /** A ring, which grows until it is full. */
    private int[] tasks = {};

    private long count;

    Spares(int most) {
        this.most = most;
    }

    /** Whether a result is small; of one without a size nobody knows. */
    static boolean fits(long bytes) {
        return 0 < bytes && bytes <= SMALL;
    }

    /** Keeps one more; gives the one that there is no room for, the one that has been here longest, else {@code -1}. */
    int add(int task) {
        if (most == 0) {
            return task;
        }
        if (count == tasks.length && count < most) {
            tasks = Arrays.copyOf(tasks, (int) Math.min(most, Math.max(FEW, 2 * count)));
        }
        int at = (int) (count++ % most);
        int oldest = count > most ? tasks[at] : -1;
        tasks[at] = task;
        return oldest;
    }

    BitSet all() {
        BitSet all = new BitSet();
        Arrays.stream(tasks).limit(count).forEach(all::set);
        return all;
    }
}
