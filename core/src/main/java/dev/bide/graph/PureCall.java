package dev.bide.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes two pure calls equal: the same function, the same tasks as dependencies, equal plain arguments in the same
 * places.
 *
 * @param function compared by identity: equal method references in different lines are different functions
 * @param options the name and the handling, which one of two calls must not lose to the other
 * @param dependencies numbers of tasks
 * @param arguments the plain arguments; where a task's result goes there is only a mark
 */
record PureCall(Identity function, TaskOptions options, List<Integer> dependencies, List<@Nullable Object> arguments) {
    private static final Object RESULT = new Object();

    /** A function, equal only to itself. */
    record Identity(Object function) {
        @Override
        @SuppressWarnings("ReferenceEquality") // identity is what this class is for
        public boolean equals(Object other) {
            return other instanceof Identity that && that.function == function;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(function);
        }
    }

    static PureCall of(Node node, int[] dependencies) {
        @Nullable Object[] arguments = new Object[node.argumentCount()];
        for (int k = 0; k < arguments.length; k++) {
            Object argument = node.argument(k);
            arguments[k] = argument instanceof Node link ? valueOrMark(PlanBuilder.target(link)) : argument;
        }
        return new PureCall(
                new Identity(node.plainFunction()),
                node.taskOptions().handled(node.handling()),
                Arrays.stream(dependencies).boxed().toList(),
                Arrays.asList(arguments));
    }

    private static Object valueOrMark(Node target) {
        return target.kind == Kind.VALUE ? new Identity(target) : RESULT;
    }
}
