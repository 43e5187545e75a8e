package dev.bide.order;

/**
 * Lowers the peak of an order step by step, by searching for a better way through the tasks around it.
 *
 * <p>O(n + e) a step and the {@link BoundedSearch}.
 */
final class Improvement {

    private final Dag dag;
    private Candidate best;
    private int tries;

    Improvement(Dag dag, Candidate candidate, int tries) {
        this.dag = dag;
        this.best = candidate;
        this.tries = tries;
    }

    /** The best order after so many searches, or as soon as it keeps no more alive than {@code enough}. */
    Candidate below(int enough, int searches) {
        for (int search = 0; search < searches && tries > 0 && best.peak() > enough; search++) {
            if (!step()) {
                return best;
            }
        }
        return best;
    }

    private boolean step() {
        Window window = new Window(dag, best);
        BoundedSearch search = new BoundedSearch(window.segment(), best.peak() - 1 - window.aliveOutside(), tries);
        long[] sets = search.search();
        tries -= search.tries();
        if (sets == null) {
            return false;
        }
        Candidate sooner = Polish.sooner(dag, window.rearranged(sets));
        best = sooner.orBetter(Polish.later(dag, sooner.order()));
        return true;
    }
}
