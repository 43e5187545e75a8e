package dev.bide.order;

/**
 * The tasks of a graph level by level: first those without dependencies, then those that need only these, and so on.
 *
 * <p>Kahn's sort ("Topological sorting of large networks", 1962), O(n + e).
 */
final class Levels {

    private final int[] tasks;
    private final int[] level;

    private Levels(Dag dag) {
        tasks = new int[dag.size];
        level = new int[dag.size];
        int[] missing = new int[dag.size];
        int count = 0;
        for (int task = 0; task < dag.size; task++) {
            missing[task] = dag.dependencyCount(task);
            if (missing[task] == 0) {
                tasks[count++] = task;
            }
        }
        for (int head = 0; head < count; head++) {
            int task = tasks[head];
            for (int at = dag.dependentStart[task]; at < dag.dependentStart[task + 1]; at++) {
                int dependent = dag.dependents[at];
                if (--missing[dependent] == 0) {
                    level[dependent] = level[task] + 1;
                    tasks[count++] = dependent;
                }
            }
        }
    }

    static Levels of(Dag dag) {
        return new Levels(dag);
    }

    /** All tasks, level by level. */
    int[] tasks() {
        return tasks;
    }

    /** Where in {@link #tasks()} the level ends that starts there. */
    int end(int start) {
        int end = start;
        while (end < tasks.length && level[tasks[end]] == level[tasks[start]]) {
            end++;
        }
        return end;
    }
}
