package dev.bide.order;

/**
 * Goes for the task of the lowest rank, of those that use a result alive, one run at a time.
 *
 * <p>With ranks that grow along the graph this sweeps it from one end to the other. O(n log n + e).
 */
final class Sweep {

    private final Dag dag;
    private final ForwardWalk walk;
    private final Demand demand;
    private final int[] rank;
    private final boolean[] touched;
    private final RankHeap heap;
    private int seen;

    private Sweep(Dag dag, int[] ranking, int[] dependencies) {
        this.dag = dag;
        walk = new ForwardWalk(dag);
        demand = new Demand(dag, walk, dependencies);
        rank = new int[dag.size];
        for (int at = 0; at < dag.size; at++) {
            rank[ranking[at]] = at;
        }
        touched = new boolean[dag.size];
        heap = new RankHeap(dag.size);
    }

    static Candidate order(Dag dag, int[] ranking, int[] dependencies) {
        Sweep strategy = new Sweep(dag, ranking, dependencies);
        for (int task : ranking) {
            if (!strategy.walk.hasRun(task)) {
                strategy.demand.begin(task);
                strategy.sweep(ranking);
            }
        }
        return strategy.walk.finish();
    }

    private void sweep(int[] ranking) {
        touchDependents();
        while (!heap.isEmpty()) {
            int target = ranking[heap.lowest()];
            if (walk.hasRun(target)) {
                heap.removeLowest();
            } else {
                demand.begin(target);
                touchDependents();
            }
        }
    }

    private void touchDependents() {
        for (; seen < walk.ran(); seen++) {
            int task = walk.taskAt(seen);
            for (int at = dag.dependentStart[task]; at < dag.dependentStart[task + 1]; at++) {
                int dependent = dag.dependents[at];
                if (!touched[dependent] && !walk.hasRun(dependent)) {
                    touched[dependent] = true;
                    heap.add(rank[dependent]);
                }
            }
        }
    }
}
