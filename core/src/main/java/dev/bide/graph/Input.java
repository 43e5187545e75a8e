package dev.bide.graph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a task, and where it comes from.
 *
 * @param parameter the name of the function's parameter, where its class was compiled with {@code -parameters}
 * @param value the argument
 * @param from the task whose result it is, or {@code null} if it is none's or put together from several
 */
public record Input(
        @Nullable String parameter,
        @Nullable Object value,
        @Nullable Key from) {
    static List<Input> of(Plan plan, int task, @Nullable Object[] arguments) {
        Node node = plan.node(task);
        List<@Nullable String> names =
                ParameterNames.of(node.function == null ? null : node.plainFunction(), arguments.length);
        List<Input> inputs = new ArrayList<>();
        int at = plan.dependencyStart()[task];
        for (int k = 0; k < arguments.length; k++) {
            Key from = null;
            Object argument = node.argument(k);
            if (argument instanceof Node dependency
                    && !PlanBuilder.target(dependency).isConstant()) {
                from = plan.key(plan.dependencies()[at++]);
            } else if (argument instanceof Template template) {
                at += PlanBuilder.tasksIn(template);
            }
            inputs.add(new Input(names.get(k), arguments[k], from));
        }
        return inputs;
    }
}
