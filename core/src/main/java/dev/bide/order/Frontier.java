package dev.bide.order;

import java.util.Arrays;

/**
 * Tasks by what they cost, the cheapest first and of equally cheap ones the latest first.
 *
 * <p>One linked list for each small cost, and for each range of costs that far from zero hardly differ. A change
 * costs O(1), finding the cheapest O(log n).
 */
final class Frontier {

    private static final int NONE = -1;
    private static final int EXACT_BITS = 6;
    private static final int RANGE_BITS = 3;
    private static final int DEAREST = (1 << EXACT_BITS) + ((Integer.SIZE - EXACT_BITS) << RANGE_BITS);

    private final int[] cost;
    private final int[] first = new int[2 * DEAREST];
    private final int[] next;
    private final int[] previous;
    private final boolean[] listed;
    private int cheapest = first.length;

    private Frontier(int[] cost) {
        this.cost = cost;
        Arrays.fill(first, NONE);
        next = new int[cost.length];
        previous = new int[cost.length];
        listed = new boolean[cost.length];
    }

    /** A task costs as many results as it has dependencies; nothing is listed yet. */
    static Frontier byDependencies(Dag dag) {
        int[] cost = new int[dag.size];
        for (int task = 0; task < dag.size; task++) {
            cost[task] = dag.dependencyCount(task);
        }
        return new Frontier(cost);
    }

    /** A task costs as many results as it has dependencies, less those that nobody else uses; nothing is listed yet. */
    static Frontier byResultsAdded(Dag dag) {
        Frontier frontier = byDependencies(dag);
        for (int task = 0; task < dag.size; task++) {
            if (dag.dependentCount(task) == 1) {
                frontier.cheapen(dag.dependents[dag.dependentStart[task]]);
            }
        }
        return frontier;
    }

    /** Lists the task in front of all as cheap as it. */
    void add(int task) {
        remove(task);
        listed[task] = true;
        int bucket = bucket(cost[task]);
        int head = first[bucket];
        next[task] = head;
        previous[task] = NONE;
        if (head != NONE) {
            previous[head] = task;
        }
        first[bucket] = task;
        cheapest = Math.min(cheapest, bucket);
    }

    void remove(int task) {
        if (!listed[task]) {
            return;
        }
        listed[task] = false;
        if (next[task] != NONE) {
            previous[next[task]] = previous[task];
        }
        if (previous[task] != NONE) {
            next[previous[task]] = next[task];
        } else {
            first[bucket(cost[task])] = next[task];
        }
    }

    /** Makes the task cheaper by one, listed or not. */
    void cheapen(int task) {
        boolean wasListed = listed[task];
        remove(task);
        cost[task]--;
        if (wasListed) {
            add(task);
        }
    }

    /** The cheapest task listed, or -1. */
    int cheapest() {
        while (cheapest < first.length && first[cheapest] == NONE) {
            cheapest++;
        }
        return cheapest < first.length ? first[cheapest] : NONE;
    }

    private static int bucket(int cost) {
        return cost < 0 ? DEAREST - distance(-cost) : DEAREST + distance(cost);
    }

    private static int distance(int cost) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(cost);
        if (bits <= EXACT_BITS) {
            return cost;
        }
        int leading = (cost >>> (bits - 1 - RANGE_BITS)) & ((1 << RANGE_BITS) - 1);
        return (1 << EXACT_BITS) + ((bits - 1 - EXACT_BITS) << RANGE_BITS) + leading;
    }
}
