package dev.bide.order;

import java.util.Arrays;

/**
 * How many results must be alive at once to run a task and all it needs, or all that needs it, were nothing shared.
 *
 * <p>The numbers of Sethi and Ullman, "The generation of optimal code for arithmetic expressions", J. ACM 17 (1970),
 * in both directions: they are exact on trees and a guide elsewhere. Tasks must be numbered dependencies first. O(n +
 * e log e).
 */
final class Needs {

    private Needs() {}

    /**
     * What it takes to run each task and all it needs: the neediest dependency first, while the results of others
     * wait.
     */
    static int[] before(Dag dag) {
        int[] needs = new int[dag.size];
        int[] sorted = new int[dag.mostDependencies()];
        for (int task = 0; task < dag.size; task++) {
            int count = sort(needs, dag.dependencies, dag.dependencyStart[task], dag.dependencyStart[task + 1], sorted);
            int need = 1;
            for (int rank = 0; rank < count; rank++) {
                need = Math.max(need, sorted[count - 1 - rank] + rank);
            }
            needs[task] = need;
        }
        return needs;
    }

    /**
     * What it takes to run all that needs each task: the neediest dependent last, for only then is the result let go.
     */
    static int[] after(Dag dag) {
        int[] needs = new int[dag.size];
        int[] sorted = new int[dag.mostDependents()];
        for (int task = dag.size - 1; task >= 0; task--) {
            int count = sort(needs, dag.dependents, dag.dependentStart[task], dag.dependentStart[task + 1], sorted);
            if (count > 0) {
                int besides = count > 1 ? sorted[count - 2] + 1 : 1;
                needs[task] = Math.max(besides, sorted[count - 1]);
            }
        }
        return needs;
    }

    /** How many tasks it takes to run each task, those shared counted again each time; very many are all the same. */
    static int[] work(Dag dag) {
        int[] work = new int[dag.size];
        for (int task = 0; task < dag.size; task++) {
            long sum = 1;
            for (int at = dag.dependencyStart[task]; at < dag.dependencyStart[task + 1]; at++) {
                sum += work[dag.dependencies[at]];
            }
            work[task] = (int) Math.min(sum, Integer.MAX_VALUE);
        }
        return work;
    }

    private static int sort(int[] needs, int[] neighbours, int from, int to, int[] sorted) {
        for (int at = from; at < to; at++) {
            sorted[at - from] = needs[neighbours[at]];
        }
        Arrays.sort(sorted, 0, to - from);
        return to - from;
    }
}
