package dev.bide.order;

/**
 * How hard to try, by the size of the whole graph alone, so that the same graph always gets the same order.
 *
 * <p>A small graph is ordered in fractions of a millisecond whatever is tried; a graph of millions of tasks gets one
 * linear walk.
 *
 * @param strategies how many strategies to try
 * @param searches how many times to search for a way below the peak
 * @param tries how many steps all searches of one component together may try
 * @param colourRounds how often to refine what tells tasks apart
 */
record Effort(int strategies, int searches, int tries, int colourRounds) {

    private static final long LARGE = 1_000_000;

    static Effort of(Dag dag) {
        long work = work(dag);
        if (work <= 1_500) {
            return new Effort(6, 16, 1_500, 16);
        }
        if (work <= 3_500) {
            return new Effort(4, 8, 500, 8);
        }
        if (work <= 60_000) {
            return new Effort(3, 4, 300, 4);
        }
        return new Effort(2, 0, 0, 2);
    }

    /** Whether the graph is so large that even one strategy must be brief. */
    static boolean isLarge(Dag dag) {
        return work(dag) > LARGE;
    }

    private static long work(Dag dag) {
        return dag.size + (long) dag.dependencies.length;
    }
}
