package dev.bide.order;

/**
 * Betters an order and never worsens it: runs each task as soon as it is free, or as late as it is free.
 *
 * <p>Why that is safe is told in {@link ForwardWalk}. O(n + e).
 */
final class Polish {

    private Polish() {}

    static Candidate sooner(Dag dag, int[] order) {
        ForwardWalk walk = new ForwardWalk(dag);
        for (int task : order) {
            if (!walk.hasRun(task)) {
                walk.advance(task);
            }
        }
        return walk.finish();
    }

    static Candidate later(Dag dag, int[] order) {
        BackwardWalk walk = new BackwardWalk(dag);
        for (int place = order.length - 1; place >= 0; place--) {
            if (!walk.isPlaced(order[place])) {
                walk.advance(order[place]);
            }
        }
        return walk.finish();
    }
}
