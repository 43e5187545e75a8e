package dev.bide.order;

/**
 * Runs what a task lacks, in the order in which its dependencies are listed, and then the task.
 *
 * <p>O(n + e) for all demands of a walk together, and no recursion however deep the graph.
 */
final class Demand {

    /** How many steps may be spent on ways to single tasks, for each task of the graph: it keeps all of them linear. */
    private static final int STEPS_A_TASK = 8;

    private final ForwardWalk walk;
    private final int[] dependencies;
    private final int[] nextDependency;
    private final int[] wanted;
    private int depth;
    private long stepsLeft;

    Demand(Dag dag, ForwardWalk walk, int[] dependencies) {
        this.walk = walk;
        this.dependencies = dependencies;
        nextDependency = dag.dependencyStart.clone();
        wanted = new int[dag.size];
        stepsLeft = STEPS_A_TASK * (long) dag.size;
    }

    /** Runs the task, after all it lacks. */
    void finish(int task) {
        want(task);
        while (depth > 0) {
            runOrDescend();
        }
    }

    /**
     * Runs the first ready task on the way to the task, or all that it lacks and itself once such ways were too long
     * in sum.
     */
    void begin(int task) {
        want(task);
        int ranBefore = walk.ran();
        while (depth > 0 && (walk.ran() == ranBefore || stepsLeft < 0)) {
            stepsLeft--;
            runOrDescend();
        }
    }

    /** Goes on from where the last way stopped if it led to the same task. */
    private void want(int task) {
        if (depth == 0 || wanted[0] != task) {
            wanted[0] = task;
            depth = 1;
        }
    }

    private void runOrDescend() {
        int deepest = wanted[depth - 1];
        if (walk.isReady(deepest)) {
            depth--;
            walk.advance(deepest);
        } else if (walk.hasRun(deepest)) {
            depth--;
        } else {
            wanted[depth++] = firstLacking(deepest);
        }
    }

    private int firstLacking(int task) {
        while (walk.hasRun(dependencies[nextDependency[task]])) {
            nextDependency[task]++;
        }
        return dependencies[nextDependency[task]];
    }
}
