package dev.bide.benchmarks.shapes;

import dev.bide.graph.Plan;

/**
 * What no schedule gets around.
 *
 * @param work all tasks, one after the other
 * @param path the longest path: the tasks that can only run one after the other
 */
record Extent(long work, long path) {
    static Extent of(Plan plan, Costs costs) {
        long[] ends = new long[plan.size()];
        long work = 0;
        for (int task = 0; task < ends.length; task++) {
            long begin = 0;
            int end = plan.dependencyStart()[task + 1];
            for (int p = plan.dependencyStart()[task]; p < end; p++) {
                begin = Math.max(begin, ends[plan.dependencies()[p]]);
            }
            long taken = costs.of(plan, task);
            ends[task] = begin + taken;
            work += taken;
        }
        return new Extent(work, ends[plan.root()]);
    }

    /** No run by so many workers is shorter. */
    long least(int workers) {
        return Math.max(path, (work + workers - 1) / workers);
    }
}
