package dev.bide.order;

/**
 * A task graph as numbers, readable in both directions: the dependencies and the dependents of each task.
 *
 * <p>Invariant: no task lists the same dependency twice. Building costs O(n + e).
 */
final class Dag {

    /** Up to so many dependencies are faster compared with each other than marked far apart in memory. */
    private static final int FEW = 4;

    final int size;
    final int[] dependencyStart;
    final int[] dependencies;
    final int[] dependentStart;
    final int[] dependents;

    private Dag(int[] dependencyStart, int[] dependencies) {
        this.size = dependencyStart.length - 1;
        this.dependencyStart = dependencyStart;
        this.dependencies = dependencies;
        this.dependentStart = new int[size + 1];
        this.dependents = new int[dependencyStart[size]];
        turnAround();
    }

    /** Shares the arrays unless a dependency is repeated. */
    static Dag of(int[] dependencyStart, int[] dependencies) {
        int size = dependencyStart.length - 1;
        int[] lastSeenBy = new int[size];
        int[] start = new int[size + 1];
        for (int task = 0; task < size; task++) {
            int from = dependencyStart[task];
            int to = dependencyStart[task + 1];
            start[task + 1] =
                    start[task] + (to - from > 1 ? distinct(dependencies, from, to, lastSeenBy, task + 1) : to - from);
        }
        if (start[size] == dependencyStart[size]) {
            return new Dag(dependencyStart, dependencies);
        }
        return new Dag(start, withoutRepetition(dependencyStart, dependencies, start[size]));
    }

    private static int distinct(int[] dependencies, int from, int to, int[] lastSeenBy, int mark) {
        if (to - from <= FEW) {
            return distinctOfFew(dependencies, from, to);
        }
        int count = 0;
        for (int at = from; at < to; at++) {
            if (lastSeenBy[dependencies[at]] != mark) {
                lastSeenBy[dependencies[at]] = mark;
                count++;
            }
        }
        return count;
    }

    private static int distinctOfFew(int[] dependencies, int from, int to) {
        int count = 0;
        for (int at = from; at < to; at++) {
            int earlier = from;
            while (dependencies[earlier] != dependencies[at]) {
                earlier++;
            }
            count += earlier == at ? 1 : 0;
        }
        return count;
    }

    private static int[] withoutRepetition(int[] dependencyStart, int[] dependencies, int count) {
        int[] lastSeenBy = new int[dependencyStart.length - 1];
        int[] distinct = new int[count];
        int filled = 0;
        for (int task = 0; task < lastSeenBy.length; task++) {
            for (int at = dependencyStart[task]; at < dependencyStart[task + 1]; at++) {
                if (lastSeenBy[dependencies[at]] != task + 1) {
                    lastSeenBy[dependencies[at]] = task + 1;
                    distinct[filled++] = dependencies[at];
                }
            }
        }
        return distinct;
    }

    /**
     * The graph of some of the tasks, which must contain the dependencies of each.
     *
     * @param number the new number of each task, rising with the old
     */
    Dag only(int[] tasks, int[] number) {
        int[] start = new int[tasks.length + 1];
        for (int at = 0; at < tasks.length; at++) {
            start[at + 1] = start[at] + dependencyCount(tasks[at]);
        }
        int[] kept = new int[start[tasks.length]];
        int filled = 0;
        for (int task : tasks) {
            for (int at = dependencyStart[task]; at < dependencyStart[task + 1]; at++) {
                kept[filled++] = number[dependencies[at]];
            }
        }
        return new Dag(start, kept);
    }

    /** The same graph with the task {@code tasks[i]} called {@code i}, and all lists sorted. */
    Dag renumbered(int[] tasks) {
        int[] numbers = new int[size];
        int[] start = new int[size + 1];
        for (int at = 0; at < size; at++) {
            numbers[tasks[at]] = at;
            start[at + 1] = start[at] + dependencyCount(tasks[at]);
        }
        int[] sorted = new int[dependents.length];
        int[] next = start.clone();
        for (int at = 0; at < size; at++) {
            for (int edge = dependentStart[tasks[at]]; edge < dependentStart[tasks[at] + 1]; edge++) {
                sorted[next[numbers[dependents[edge]]]++] = at;
            }
        }
        return new Dag(start, sorted);
    }

    int dependencyCount(int task) {
        return dependencyStart[task + 1] - dependencyStart[task];
    }

    int dependentCount(int task) {
        return dependentStart[task + 1] - dependentStart[task];
    }

    int mostDependencies() {
        return widest(dependencyStart);
    }

    int mostDependents() {
        return widest(dependentStart);
    }

    private static int widest(int[] start) {
        int widest = 0;
        for (int task = 0; task + 1 < start.length; task++) {
            widest = Math.max(widest, start[task + 1] - start[task]);
        }
        return widest;
    }

    /**
     * Fills each list from its end, the last task first, so that the ends become the starts and all lists are sorted.
     */
    private void turnAround() {
        int edges = dependencyStart[size];
        for (int at = 0; at < edges; at++) {
            dependentStart[dependencies[at]]++;
        }
        for (int task = 1; task <= size; task++) {
            dependentStart[task] += dependentStart[task - 1];
        }
        for (int task = size - 1; task >= 0; task--) {
            for (int at = dependencyStart[task]; at < dependencyStart[task + 1]; at++) {
                dependents[--dependentStart[dependencies[at]]] = task;
            }
        }
    }
}
