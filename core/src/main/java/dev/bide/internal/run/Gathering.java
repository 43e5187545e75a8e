package dev.bide.internal.run;

import dev.bide.graph.Plan;
import dev.bide.graph.Results;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the root of a plan is made of, when the run of it ends: the results that there are, and why others are not. */
public final class Gathering {
    private Gathering() {}

    /**
     * Gives the result of the root, which is among those that there are, or gathers them.
     *
     * @param plan the plan
     * @param results the results by the numbers of their tasks
     * @return the root's result
     * @throws Exception if the root cannot be called
     */
    public static @Nullable Object root(Plan plan, Map<Integer, @Nullable Object> results) throws Exception {
        return plan.gathers(plan.root()) ? plan.call(plan.root(), inputs(plan, results)) : results.get(plan.root());
    }

    /**
     * Gives what the root is called with: plain values too.
     *
     * @param plan the plan
     * @param results the results by the numbers of their tasks
     * @return the arguments; {@code null} where there is no result
     */
    public static @Nullable Object[] inputs(Plan plan, Map<Integer, @Nullable Object> results) {
        Results all = Results.none(plan.size());
        results.forEach(all::set);
        return plan.arguments(plan.root(), all);
    }

    /**
     * Tells what kept tasks from being run.
     *
     * @param plan the plan
     * @param failed the failures by the numbers of their tasks
     * @return for each task of the plan that needs one that failed, the failure: the first of several
     */
    public static Map<Integer, TaskFailedException> because(Plan plan, Map<Integer, TaskFailedException> failed) {
        int[] start = plan.dependentStart();
        Map<Integer, TaskFailedException> because = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>();
        failed.forEach((task, failure) -> {
            if (task < plan.size()) {
                open.push(task);
            }
            while (!open.isEmpty()) {
                int next = open.pop();
                Arrays.stream(plan.dependents(), start[next], start[next + 1])
                        .filter(dependent -> because.putIfAbsent(dependent, failure) == null)
                        .forEach(open::push);
            }
        });
        return because;
    }
}
