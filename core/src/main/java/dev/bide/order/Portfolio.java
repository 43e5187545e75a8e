package dev.bide.order;

import org.jspecify.annotations.Nullable;

/**
 * The strategies, the most dependable first, and what they share.
 *
 * <p>None is best on all graphs: together they are, mostly. Each costs O(n log n + e).
 */
final class Portfolio {

    private final Dag dag;
    private final int[] byNeedBefore;
    private final int[] byNeedAfter;
    private final int[] neediestFirst;
    private int @Nullable [] fromOneEnd;

    Portfolio(Dag dag) {
        this.dag = dag;
        int[] before = Needs.before(dag);
        byNeedBefore = Ranked.byKey(before);
        byNeedAfter = Ranked.byKey(Needs.after(dag));
        neediestFirst = Ranked.dependencies(dag, Ranked.byFallingKey(before));
    }

    /** The best order of the first strategies; stops at one that keeps no more alive than {@code enough}. */
    Candidate best(int strategies, int enough) {
        Candidate best = strategy(0);
        boolean optimal = dag.mostDependents() <= 1 || dag.mostDependencies() <= 1;
        for (int number = 1; number < strategies && best.peak() > enough && !optimal; number++) {
            best = best.orBetter(strategy(number));
        }
        return best;
    }

    private Candidate strategy(int number) {
        return switch (number) {
            case 0 -> later(DepthFirst.order(dag, byNeedBefore, neediestFirst, Ranked.dependents(dag, byNeedAfter)));
            case 1 -> later(Nearest.bySteps(dag, fromOneEnd(), neediestFirst));
            case 2 -> later(Nearest.byWholeTargets(dag, byNeedBefore, neediestFirst));
            case 3 -> later(Sweep.order(dag, Ranked.byKey(Needs.work(dag)), neediestFirst));
            case 4 ->
                later(Polish.sooner(dag, BackwardGreedy.order(dag, fromOneEnd()).order()));
            default -> later(Sweep.order(dag, byNeedAfter, neediestFirst));
        };
    }

    private Candidate later(Candidate candidate) {
        return candidate.orBetter(Polish.later(dag, candidate.order()));
    }

    private int[] fromOneEnd() {
        if (fromOneEnd == null) {
            fromOneEnd = Periphery.ranking(dag);
        }
        return fromOneEnd;
    }
}
