package dev.bide.remote;

import java.util.Arrays;

/**
 * Results of a run that nobody needs any more and that their workers still have: the last few thousand small ones. When a worker is
 * lost, what is made again begins with them instead of at the leaves.
 *
 * <p>Such a task is {@link State#RELEASED} and has holders.
 */
final class Spares {
    /** Of a run. With {@link #SMALL} this bounds what they take: 4 MiB in all workers together. */
    static final int MOST = 4096;

    private static final int SMALL = 1024;

    /** A ring, empty until there is a first one. */
    private int[] tasks = {};

    private long count;

    /** Whether a result is small; of one without a size nobody knows. */
    static boolean fits(long bytes) {
        return 0 < bytes && bytes <= SMALL;
    }

    /** Keeps one more; gives the one that has been here longest when there is no more room, else {@code -1}. */
    int add(int task) {
        if (tasks.length == 0) {
            tasks = new int[MOST];
        }
        int at = (int) (count++ % MOST);
        int oldest = count > MOST ? tasks[at] : -1;
        tasks[at] = task;
        return oldest;
    }

    boolean has(int task) {
        return Arrays.stream(tasks).limit(count).anyMatch(each -> each == task);
    }
}
