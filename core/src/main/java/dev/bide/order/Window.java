package dev.bide.order;

import java.util.Arrays;

/**
 * The stretch of an order around its first peak that can be held in a {@link Segment}.
 *
 * <p>It grows from the peak to both sides until the tasks in it, and those before it whose results it lets go, are as
 * many as a segment holds. O(n + e).
 */
final class Window {

    private static final int MOST_TASKS = Long.SIZE;
    private static final int OUTSIDE = -1;

    private final Dag dag;
    private final int[] order;
    private final int[] place;
    private final int[] lastUse;
    private final int[] tasks = new int[MOST_TASKS];
    private int from;
    private int to;
    private int before;
    private int aliveOutside;

    Window(Dag dag, Candidate candidate) {
        this.dag = dag;
        order = candidate.order();
        place = new int[dag.size];
        lastUse = new int[dag.size];
        int[] alive = aliveAfterEach();
        int peak = 0;
        while (alive[peak] < candidate.peak()) {
            peak++;
        }
        from = peak;
        to = peak;
        grow();
        aliveOutside = (from == 0 ? 0 : alive[from - 1]) - before;
    }

    /** How many results stay alive all through the window. */
    int aliveOutside() {
        return aliveOutside;
    }

    Segment segment() {
        int count = 0;
        int[] number = new int[dag.size];
        Arrays.fill(number, OUTSIDE);
        for (int at = from; at < to; at++) {
            for (int edge = dag.dependencyStart[order[at]]; edge < dag.dependencyStart[order[at] + 1]; edge++) {
                int dependency = dag.dependencies[edge];
                if (lastUse[dependency] == at && place[dependency] < from) {
                    number[dependency] = count;
                    tasks[count++] = dependency;
                }
            }
        }
        for (int at = from; at < to; at++) {
            number[order[at]] = count;
            tasks[count++] = order[at];
        }
        return segment(number, count);
    }

    /** The order with some sets of tasks first in the window, each set and what is left in the order it had. */
    int[] rearranged(long[] sets) {
        int[] rearranged = order.clone();
        int at = from;
        long left = -1L << before;
        for (long set : sets) {
            for (long rest = set & left; rest != 0; rest &= rest - 1) {
                rearranged[at++] = tasks[Long.numberOfTrailingZeros(rest)];
            }
            left &= ~set;
        }
        for (; at < to; left &= left - 1) {
            rearranged[at++] = tasks[Long.numberOfTrailingZeros(left)];
        }
        return rearranged;
    }

    private int[] aliveAfterEach() {
        int[] profile = new int[dag.size];
        for (int at = 0; at < order.length; at++) {
            place[order[at]] = at;
            lastUse[order[at]] = OUTSIDE;
            for (int edge = dag.dependencyStart[order[at]]; edge < dag.dependencyStart[order[at] + 1]; edge++) {
                lastUse[dag.dependencies[edge]] = at;
            }
        }
        int alive = 0;
        for (int at = 0; at < order.length; at++) {
            alive += lastUse[order[at]] == OUTSIDE ? 0 : 1;
            alive -= letGoAt(at, order.length);
            profile[at] = alive;
        }
        return profile;
    }

    private void grow() {
        int size = 0;
        boolean grown = true;
        while (grown) {
            grown = false;
            int right = to == order.length ? 0 : 1 + letGoAt(to, from);
            if (to < order.length && size + right <= MOST_TASKS) {
                size += right;
                before += right - 1;
                to++;
                grown = true;
            }
            if (from > 0) {
                int last = lastUse[order[from - 1]];
                int wasBefore = last >= from && last < to ? 1 : 0;
                int left = 1 - wasBefore + letGoAt(from - 1, from - 1);
                if (size + left <= MOST_TASKS) {
                    size += left;
                    before += left - 1;
                    from--;
                    grown = true;
                }
            }
        }
    }

    /** How many results of tasks placed before {@code end} the task at the place lets go. */
    private int letGoAt(int at, int end) {
        int count = 0;
        for (int edge = dag.dependencyStart[order[at]]; edge < dag.dependencyStart[order[at] + 1]; edge++) {
            int dependency = dag.dependencies[edge];
            if (lastUse[dependency] == at && place[dependency] < end) {
                count++;
            }
        }
        return count;
    }

    private Segment segment(int[] number, int count) {
        long[] dependencies = new long[count];
        long[] dependents = new long[count];
        long outliving = 0;
        for (int at = 0; at < count; at++) {
            int task = tasks[at];
            if (lastUse[task] >= to) {
                outliving |= 1L << at;
            }
            for (int edge = dag.dependencyStart[task]; at >= before && edge < dag.dependencyStart[task + 1]; edge++) {
                int dependency = number[dag.dependencies[edge]];
                if (dependency != OUTSIDE) {
                    dependencies[at] |= 1L << dependency;
                    dependents[dependency] |= 1L << at;
                }
            }
        }
        return new Segment(dependencies, dependents, outliving, before == 0 ? 0 : -1L >>> (Long.SIZE - before));
    }
}
