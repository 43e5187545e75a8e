package dev.bide.order;

import java.util.Arrays;

/**
 * Tasks by what they cost, the cheapest first and of equally cheap ones the latest first.
 *
 * <p>One linked list for each cost; costs are small whole numbers that only fall. A change costs O(1), finding the cheapest
 * amortises to O(1).
 */
final class Frontier {

    private static final int NONE = -1;

    private final int[] cost;
    private final int[] first;
    private final int[] next;
    private final int[] previous;
    private final boolean[] listed;
    private int cheapest;

    private Frontier(int[] cost, int bound) {
        this.cost = cost;
        first = new int[bound + 1];
        Arrays.fill(first, NONE);
        next = new int[cost.length];
        previous = new int[cost.length];
        listed = new boolean[cost.length];
        cheapest = bound + 1;
    }

    /** A task costs as many results as it has dependencies; nothing is listed yet. */
    static Frontier byDependencies(Dag dag) {
        return new Frontier(dependencyCounts(dag, 0), dag.mostDependencies());
    }

    /** As by dependencies, with room for each task to become cheaper twice for each dependency. */
    static Frontier byDependenciesLeft(Dag dag) {
        return new Frontier(dependencyCounts(dag, dag.mostDependencies()), 2 * dag.mostDependencies());
    }

    /** A task costs as many results as it has dependencies, less those that nobody else uses. */
    static Frontier byResultsAdded(Dag dag) {
        int[] cost = dependencyCounts(dag, dag.mostDependencies());
        for (int task = 0; task < dag.size; task++) {
            if (dag.dependentCount(task) == 1) {
                cost[dag.dependents[dag.dependentStart[task]]]--;
            }
        }
        return new Frontier(cost, 2 * dag.mostDependencies());
    }

    private static int[] dependencyCounts(Dag dag, int offset) {
        int[] cost = new int[dag.size];
        for (int task = 0; task < dag.size; task++) {
            cost[task] = dag.dependencyCount(task) + offset;
        }
        return cost;
    }

    /** Lists the task in front of all as cheap as it. */
    void add(int task) {
        remove(task);
        listed[task] = true;
        int head = first[cost[task]];
        next[task] = head;
        previous[task] = NONE;
        if (head != NONE) {
            previous[head] = task;
        }
        first[cost[task]] = task;
        cheapest = Math.min(cheapest, cost[task]);
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
            first[cost[task]] = next[task];
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
}
