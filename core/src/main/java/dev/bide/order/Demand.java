package dev.bide.order;

/**
 * Runs what a task lacks, in the order in which its dependencies are listed, and then the task.
 *
 * <p>O(n + e) for all demands of a walk together, and no recursion however deep the graph.
 */
final class Demand {

    private final ForwardWalk walk;
    private final int[] dependencies;
    private final int[] nextDependency;
    private final int[] wanted;

    Demand(Dag dag, ForwardWalk walk, int[] dependencies) {
        this.walk = walk;
        this.dependencies = dependencies;
        nextDependency = dag.dependencyStart.clone();
        wanted = new int[dag.size];
    }

    /** Runs the task, after all it lacks. */
    void finish(int task) {
        int depth = 0;
        wanted[depth++] = task;
        while (depth > 0) {
            int deepest = wanted[depth - 1];
            if (walk.isReady(deepest)) {
                walk.advance(deepest);
            }
            if (walk.hasRun(deepest)) {
                depth--;
            } else {
                wanted[depth++] = firstLacking(deepest);
            }
        }
    }

    /** Runs the first ready task on the way to the task. */
    void begin(int task) {
        int deepest = task;
        while (!walk.isReady(deepest)) {
            deepest = firstLacking(deepest);
        }
        walk.advance(deepest);
    }

    private int firstLacking(int task) {
        while (walk.hasRun(dependencies[nextDependency[task]])) {
            nextDependency[task]++;
        }
        return dependencies[nextDependency[task]];
    }
}
