package dev.bide.order;

/**
 * Goes for the task that lacks the fewest dependencies, of those that use a result alive, one run at a time.
 *
 * <p>O(n + e).
 */
final class Nearest {

    private final Dag dag;
    private final Frontier frontier;
    private final ForwardWalk walk;
    private final Demand demand;

    private Nearest(Dag dag, Frontier frontier, int[] dependencies) {
        this.dag = dag;
        this.frontier = frontier;
        walk = new ForwardWalk(dag, frontier);
        demand = new Demand(dag, walk, dependencies);
    }

    /** Finishes each target before it chooses the next. */
    static Candidate byWholeTargets(Dag dag, int[] ranking, int[] dependencies) {
        return new Nearest(dag, Frontier.byResultsAdded(dag), dependencies).order(ranking, true);
    }

    /** Chooses anew after each task. */
    static Candidate bySteps(Dag dag, int[] ranking, int[] dependencies) {
        return new Nearest(dag, Frontier.byDependencies(dag), dependencies).order(ranking, false);
    }

    private Candidate order(int[] ranking, boolean whole) {
        for (int root : ranking) {
            if (dag.dependentCount(root) == 0 && !walk.hasRun(root)) {
                demand.begin(root);
                finishAllTouched(whole);
            }
        }
        return walk.finish();
    }

    private void finishAllTouched(boolean whole) {
        for (int target = frontier.cheapest(); target >= 0; target = frontier.cheapest()) {
            if (whole) {
                demand.finish(target);
            } else {
                demand.begin(target);
            }
        }
    }
}
