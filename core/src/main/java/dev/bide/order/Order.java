package dev.bide.order;

import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
import java.util.Arrays;
import java.util.List;

/**
 * The priority order of a graph: in which order to run its tasks so that few results are alive at a time.
 *
 * <p>The order follows from the graph alone: what the keys are called and in which order they were put does not change how
 * many results are alive; tasks that have a priority, and what they need, come as early as that asks. {@code sync()} runs exactly in this order; parallel schedulers start from it.
 */
public final class Order {
    private Order() {}

    /**
     * Orders a raw graph, with all its keys.
     *
     * @param graph the graph
     * @return its keys, each after all that it needs; values stand right before their first use
     */
    public static List<Key> of(TaskGraph graph) {
        List<Key> sinks = graph.keys().stream()
                .filter(key -> graph.dependents(key).isEmpty())
                .toList();
        Plan plan = Plan.of(graph.select(sinks));
        return KeyOrder.of(graph, plan, of(plan));
    }

    /**
     * Orders the tasks of a plan, once: the plan keeps its order for the next run.
     *
     * @param plan the plan
     * @return the numbers of its tasks in the order to run them; not to be changed
     */
    public static int[] of(Plan plan) {
        return plan.order(Order::order);
    }

    /**
     * Turns an order round. O(size).
     *
     * @param order numbers of tasks
     * @return the position of each task in it
     */
    public static int[] positions(int[] order) {
        int[] positions = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            positions[order[at]] = at;
        }
        return positions;
    }

    private static int[] order(Plan plan) {
        return plan.ranked() ? Ranks.applied(plan, byStructure(plan)) : byStructure(plan);
    }

    private static int[] byStructure(Plan plan) {
        if (plan.size() <= 2) {
            return plan.size() == 1 ? new int[] {0} : new int[] {0, 1};
        }
        if (!plan.gathers(plan.root())) {
            return Ordering.order(plan.dependencyStart(), plan.dependencies());
        }
        // The results that a last list gathers are asked for, and so alive to the end in any order.
        int size = plan.size() - 1;
        int[] start = Arrays.copyOf(plan.dependencyStart(), size + 1);
        int[] order = Arrays.copyOf(Ordering.order(start, Arrays.copyOf(plan.dependencies(), start[size])), size + 1);
        order[size] = size;
        return order;
    }
}
