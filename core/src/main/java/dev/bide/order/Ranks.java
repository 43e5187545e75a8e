package dev.bide.order;

import dev.bide.graph.Plan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/**
 * The ranks that priorities give the tasks of a plan: a task ranks as high as the most urgent of those that need it, so that
 * what an urgent task needs is not left waiting. What calls no function, as a list, is as urgent as what needs it. Low runs first.
 *
 * <p>That is priority inheritance, as in Sha, Rajkumar and Lehoczky, "Priority Inheritance Protocols", 1990.
 */
public final class Ranks {
    private Ranks() {}

    /**
     * Ranks the tasks of a plan. O(size + dependencies).
     *
     * @param plan the plan
     * @param urgency how urgent the root's result is to whoever wants it, {@link Integer#MAX_VALUE} if not at all
     * @return the rank of each task
     */
    public static int[] of(Plan plan, int urgency) {
        int[] ranks = new int[plan.size()];
        Arrays.setAll(ranks, task -> plan.calls(task) ? plan.handling(task).rank() : Integer.MAX_VALUE);
        ranks[plan.root()] = Math.min(ranks[plan.root()], urgency);
        for (int task = plan.root(); task >= 0; task--) {
            for (int p = plan.dependencyStart()[task]; p < plan.dependencyStart()[task + 1]; p++) {
                int dependency = plan.dependencies()[p];
                ranks[dependency] = Math.min(ranks[dependency], ranks[task]);
            }
        }
        return ranks;
    }

    /**
     * Sorts tasks by rank; those of one rank stay as they are.
     *
     * @param tasks the tasks
     * @param rank gives a task's rank
     * @return the same, sorted
     */
    public static int[] sorted(int[] tasks, IntUnaryOperator rank) {
        return Arrays.stream(tasks)
                .boxed()
                .sorted(Comparator.comparingInt(rank::applyAsInt))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The order that follows another as far as the ranks let it: of the ready tasks the lowest rank, then the first there. */
    static int[] applied(Plan plan, int[] order) {
        int[] ranks = of(plan, Integer.MAX_VALUE);
        int[] position = Order.positions(order);
        int[] missing = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            missing[at] = plan.dependencyStart()[at + 1] - plan.dependencyStart()[at];
        }
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                Comparator.comparingInt((Integer task) -> ranks[task]).thenComparingInt(task -> position[task]));
        for (int task = 0; task < order.length; task++) {
            if (missing[task] == 0) {
                ready.add(task);
            }
        }
        int[] applied = new int[order.length];
        for (int at = 0; at < applied.length; at++) {
            int task = ready.remove();
            applied[at] = task;
            for (int p = plan.dependentStart()[task]; p < plan.dependentStart()[task + 1]; p++) {
                if (--missing[plan.dependents()[p]] == 0) {
                    ready.add(plan.dependents()[p]);
                }
            }
        }
        return applied;
    }
}
