package dev.bide.order;

/**
 * The tasks by how far they are from one far end of the graph, edges taken both ways.
 *
 * <p>The far end is found as Gibbs, Poole and Stockmeyer do for sparse matrices ("An algorithm for reducing the
 * bandwidth and profile of a sparse matrix", 1976): the farthest from the farthest. O(n + e).
 */
final class Periphery {

    private Periphery() {}

    static int[] ranking(Dag dag) {
        int[] order = new int[dag.size];
        boolean[] seen = new boolean[dag.size];
        int filled = 0;
        for (int task = 0; task < dag.size; task++) {
            if (!seen[task]) {
                int end = spread(dag, task, filled, order, seen);
                spreadFromFarthest(dag, filled, end, order, seen);
                spreadFromFarthest(dag, filled, end, order, seen);
                filled = end;
            }
        }
        return order;
    }

    private static void spreadFromFarthest(Dag dag, int filled, int end, int[] order, boolean[] seen) {
        int farthest = order[end - 1];
        for (int at = filled; at < end; at++) {
            seen[order[at]] = false;
        }
        spread(dag, farthest, filled, order, seen);
    }

    private static int spread(Dag dag, int from, int filled, int[] order, boolean[] seen) {
        int end = filled;
        order[end++] = from;
        seen[from] = true;
        for (int head = filled; head < end; head++) {
            int task = order[head];
            for (int at = dag.dependencyStart[task]; at < dag.dependencyStart[task + 1]; at++) {
                if (!seen[dag.dependencies[at]]) {
                    seen[dag.dependencies[at]] = true;
                    order[end++] = dag.dependencies[at];
                }
            }
            for (int at = dag.dependentStart[task]; at < dag.dependentStart[task + 1]; at++) {
                if (!seen[dag.dependents[at]]) {
                    seen[dag.dependents[at]] = true;
                    order[end++] = dag.dependents[at];
                }
            }
        }
        return end;
    }
}
