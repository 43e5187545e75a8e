package dev.bide.order;

/**
 * Decides from the end: of the tasks that may run last, the one that keeps the fewest further results alive.
 *
 * <p>Seen from the end sharing is plain: tasks that use the same results come out next to each other. O(n + e).
 */
final class BackwardGreedy {

    private BackwardGreedy() {}

    /** Of equally good tasks without dependents the last of the ranking is placed first, so it runs last. */
    static Candidate order(Dag dag, int[] ranking) {
        Frontier frontier = Frontier.byDependencies(dag);
        for (int root : ranking) {
            if (dag.dependentCount(root) == 0) {
                frontier.add(root);
            }
        }
        BackwardWalk walk = new BackwardWalk(dag, frontier);
        while (!walk.isDone()) {
            walk.advance(frontier.cheapest());
        }
        return walk.finish();
    }
}
