package dev.bide.order;

/**
 * The order of a graph too large to try more than one strategy or to tell its tasks apart by structure.
 *
 * <p>Depth first, ties broken by the caller's numbers. Where the graph has few edges the neediest go first, which
 * keeps the order optimal on forests. O(n + e), about forty bytes of scratch a task.
 */
final class LargeGraph {

    private LargeGraph() {}

    static int[] order(Dag callers) {
        if (isDependenciesFirst(callers)) {
            return depthFirst(callers);
        }
        int[] tasks = Levels.of(callers).tasks();
        int[] order = depthFirst(callers.renumbered(tasks));
        for (int place = 0; place < order.length; place++) {
            order[place] = tasks[order[place]];
        }
        return order;
    }

    private static int[] depthFirst(Dag dag) {
        int[] dependencies = dag.dependencies;
        int[] dependents = dag.dependents;
        if (dag.mostDependencies() > 1 && isSparse(dag)) {
            dependencies = Ranked.dependencies(dag, Ranked.byFallingKey(Needs.before(dag)));
        }
        if (dag.mostDependents() > 1 && isSparse(dag)) {
            dependents = Ranked.dependents(dag, Ranked.byKey(Needs.after(dag)));
        }
        return DepthFirst.order(dag, dependencies, dependents).order();
    }

    private static boolean isSparse(Dag dag) {
        return dag.dependencies.length <= dag.size + dag.size / 2;
    }

    private static boolean isDependenciesFirst(Dag dag) {
        for (int task = 0; task < dag.size; task++) {
            for (int at = dag.dependencyStart[task]; at < dag.dependencyStart[task + 1]; at++) {
                if (dag.dependencies[at] > task) {
                    return false;
                }
            }
        }
        return true;
    }
}
