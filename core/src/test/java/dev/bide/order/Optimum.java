package dev.bide.order;

import java.util.Arrays;

/**
 * The lowest peak any order of a small graph has, found by looking at every set of tasks that can have run.
 *
 * <p>O(n 2^n), so for up to some twenty tasks.
 */
final class Optimum {

    private final int[] dependencies;
    private final int[] dependents;

    private Optimum(Sample sample) {
        dependencies = new int[sample.size()];
        dependents = new int[sample.size()];
        for (int task = 0; task < sample.size(); task++) {
            for (int dependency : sample.dependencies()[task]) {
                dependencies[task] |= 1 << dependency;
                dependents[dependency] |= 1 << task;
            }
        }
    }

    static int of(Sample sample) {
        return new Optimum(sample).lowestPeak();
    }

    private int lowestPeak() {
        int all = (1 << dependencies.length) - 1;
        int[] lowest = new int[all + 1];
        Arrays.fill(lowest, Integer.MAX_VALUE);
        lowest[0] = 0;
        for (int ran = 0; ran < all; ran++) {
            if (lowest[ran] == Integer.MAX_VALUE) {
                continue;
            }
            int peak = Math.max(lowest[ran], alive(ran));
            for (int task = 0; task < dependencies.length; task++) {
                int next = ran | 1 << task;
                if (next != ran && (dependencies[task] & ~ran) == 0) {
                    lowest[next] = Math.min(lowest[next], peak);
                }
            }
        }
        return lowest[all];
    }

    private int alive(int ran) {
        int alive = 0;
        for (int task = 0; task < dependencies.length; task++) {
            if ((ran >>> task & 1) != 0 && (dependents[task] & ~ran) != 0) {
                alive++;
            }
        }
        return alive;
    }
}
