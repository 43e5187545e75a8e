package dev.bide.order;

/**
 * Computes the order in which the tasks of a graph should run so that few results are alive at a time.
 *
 * <p>A result is alive from when its task ran until the last of its dependents ran. The least possible peak of
 * results alive is NP-hard to find (Sethi, "Complete register allocation problems", 1975), so several strategies are
 * tried, the best order is kept, and where it peaks a search tries to do better. O((n + e) log n); on large graphs
 * one strategy alone.
 */
public final class Ordering {

    private Ordering() {}

    /**
     * Returns the tasks in the order to run them.
     *
     * @param dependencyStart where the dependencies of each task start, and one more entry for where the last end
     * @param dependencies the dependencies of all tasks, one task after the other; no cycles, repetitions are ignored
     * @return every task once, each after its dependencies
     */
    public static int[] order(int[] dependencyStart, int[] dependencies) {
        Dag callers = Dag.of(dependencyStart, dependencies);
        if (Effort.isLarge(callers)) {
            return LargeGraph.order(callers);
        }
        Effort effort = Effort.of(callers);
        Canonical canonical = Canonical.of(callers, effort.colourRounds());
        int enough = canonical.dag().mostDependencies();
        int[] order = new int[callers.size];
        int placed = 0;
        for (Components.Part part : Components.of(canonical.dag(), canonical.tasks())) {
            Candidate best = best(part.dag(), effort, enough);
            enough = Math.max(enough, best.peak());
            for (int task : best.order()) {
                order[placed++] = canonical.tasks()[part.tasks()[task]];
            }
        }
        return order;
    }

    /** A peak of {@code enough} is had elsewhere in the graph anyway, so there is no use in going below. */
    private static Candidate best(Dag dag, Effort effort, int enough) {
        Candidate best = new Portfolio(dag).best(effort.strategies(), enough);
        return new Improvement(dag, best, effort.tries()).below(enough, effort.searches());
    }
}
