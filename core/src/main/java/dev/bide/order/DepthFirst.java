package dev.bide.order;

/**
 * Finishes what was begun last: goes from the youngest result alive to a task that uses it, and runs all that task
 * lacks.
 *
 * <p>Optimal on a graph where no task has two dependents if dependencies come neediest first, and on one where no
 * task has two dependencies if dependents come neediest last (see {@link Needs}). O(n + e).
 */
final class DepthFirst {

    private static final int NONE = -1;

    private final Dag dag;
    private final ForwardWalk walk;
    private final Demand demand;
    private final int[] dependents;
    private final int[] nextDependent;
    private final int[] young;
    private int youngCount;
    private int seen;

    private DepthFirst(Dag dag, int[] dependencies, int[] dependents) {
        this.dag = dag;
        this.dependents = dependents;
        walk = new ForwardWalk(dag);
        demand = new Demand(dag, walk, dependencies);
        nextDependent = dag.dependentStart.clone();
        young = new int[dag.size];
    }

    static Candidate order(Dag dag, int[] dependencies, int[] dependents) {
        DepthFirst strategy = new DepthFirst(dag, dependencies, dependents);
        for (int root = 0; root < dag.size; root++) {
            strategy.finishRoot(root);
        }
        return strategy.walk.finish();
    }

    /**
     * @param ranking all tasks; of those without dependents the first is gone for first
     * @param dependencies the dependencies of each task in the order to run them
     * @param dependents the dependents of each task in the order to run them
     */
    static Candidate order(Dag dag, int[] ranking, int[] dependencies, int[] dependents) {
        DepthFirst strategy = new DepthFirst(dag, dependencies, dependents);
        for (int root : ranking) {
            strategy.finishRoot(root);
        }
        return strategy.walk.finish();
    }

    private void finishRoot(int task) {
        int target = dag.dependentCount(task) == 0 ? task : NONE;
        while (target != NONE) {
            demand.finish(target);
            target = nextTarget();
        }
    }

    private int nextTarget() {
        while (seen < walk.ran()) {
            young[youngCount++] = walk.taskAt(seen++);
        }
        while (youngCount > 0) {
            int task = young[youngCount - 1];
            for (int end = dag.dependentStart[task + 1]; nextDependent[task] < end; nextDependent[task]++) {
                if (!walk.hasRun(dependents[nextDependent[task]])) {
                    return dependents[nextDependent[task]];
                }
            }
            youngCount--;
        }
        return NONE;
    }
}
