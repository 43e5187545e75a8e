package dev.bide.order;

import java.util.Arrays;

/**
 * The tasks of a graph by a key, and the dependencies and dependents of each task by that same key.
 *
 * <p>The lists are sorted all at once, by handing out the sorted tasks to the lists they belong in: O(n log n + e).
 */
final class Ranked {

    private Ranked() {}

    /** All tasks by rising key, none below 0, then by number. */
    static int[] byKey(int[] keys) {
        int highest = 0;
        for (int key : keys) {
            highest = Math.max(highest, key);
        }
        return highest <= 2 * keys.length + 64 ? counted(keys, highest, 1) : compared(keys);
    }

    /** All tasks by falling key, none below 0 or above the number of tasks, then by number. */
    static int[] byFallingKey(int[] keys) {
        return counted(keys, keys.length, -1);
    }

    private static int[] counted(int[] keys, int highest, int sign) {
        int[] start = new int[highest + 2];
        int zero = sign > 0 ? 0 : highest;
        for (int key : keys) {
            start[zero + sign * key + 1]++;
        }
        for (int key = 0; key < highest; key++) {
            start[key + 1] += start[key];
        }
        int[] tasks = new int[keys.length];
        for (int task = 0; task < keys.length; task++) {
            tasks[start[zero + sign * keys[task]]++] = task;
        }
        return tasks;
    }

    private static int[] compared(int[] keys) {
        long[] pairs = new long[keys.length];
        for (int task = 0; task < keys.length; task++) {
            pairs[task] = ((long) keys[task] << 32) | task;
        }
        Arrays.sort(pairs);
        int[] tasks = new int[keys.length];
        for (int at = 0; at < keys.length; at++) {
            tasks[at] = (int) pairs[at];
        }
        return tasks;
    }

    static int[] dependencies(Dag dag, int[] ranking) {
        return handOut(ranking, dag.dependentStart, dag.dependents, dag.dependencyStart);
    }

    static int[] dependents(Dag dag, int[] ranking) {
        return handOut(ranking, dag.dependencyStart, dag.dependencies, dag.dependentStart);
    }

    private static int[] handOut(int[] ranking, int[] start, int[] neighbours, int[] listStart) {
        int[] lists = new int[neighbours.length];
        int[] next = listStart.clone();
        for (int task : ranking) {
            for (int at = start[task]; at < start[task + 1]; at++) {
                lists[next[neighbours[at]]++] = task;
            }
        }
        return lists;
    }
}
