package dev.bide.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does what a node of any kind does, with its arguments in an array. */
final class Calls {
    private Calls() {}

    @SuppressWarnings("unchecked")
    static @Nullable Object of(Node node, @Nullable Object[] arguments) throws Exception {
        if (node.function instanceof Wrapped wrapped) {
            return wrapped.call(arguments);
        }
        return switch (node.kind) {
            case Kind.VALUE -> node.a0;
            case Kind.GATHER, Kind.OUTCOMES -> list(arguments);
            case Kind.STRUCTURE -> arguments[0];
            case Kind.ALIAS -> checked(node, arguments[0]);
            case Kind.EXPAND ->
                Objects.requireNonNull(
                        ((Fn1<@Nullable Object, @Nullable Object>) node.plainFunction()).apply(arguments[0]),
                        "the function of thenDelayed gave null where a Delayed is expected: give value(null) for the value null");
            case Kind.FUSED -> ((Fused) Objects.requireNonNull(node.function)).apply(arguments);
            default -> Functions.apply(node.kind, node.plainFunction(), arguments);
        };
    }

    /**
     * Puts a node's arguments together.
     *
     * @param dependencies the dependencies of all tasks
     * @param from where those of this one start
     */
    static @Nullable Object[] arguments(Node node, int[] dependencies, int from, Results results) {
        @Nullable Object[] arguments = new Object[node.argumentCount()];
        int at = from;
        for (int k = 0; k < arguments.length; k++) {
            Object argument = node.argument(k);
            if (argument instanceof Node dependency) {
                Node target = PlanBuilder.target(dependency);
                arguments[k] = target.isConstant() ? target.a0 : results.get(dependencies[at++]);
            } else if (argument instanceof Template template) {
                arguments[k] = fill(template, dependencies, at, results);
                at += PlanBuilder.tasksIn(template);
            } else {
                arguments[k] = argument;
            }
        }
        return arguments;
    }

    /** Which tasks give the items of a node that gathers, one argument after the other; -1 for a value. */
    static int[] sources(Node node, int[] dependencies, int from) {
        int[] sources = new int[node.argumentCount()];
        int at = from;
        for (int k = 0; k < sources.length; k++) {
            boolean value = PlanBuilder.target((Node) Objects.requireNonNull(node.argument(k)))
                    .isConstant();
            sources[k] = value ? -1 : dependencies[at++];
        }
        return sources;
    }

    private static @Nullable Object fill(Template template, int[] dependencies, int from, Results results) {
        List<@Nullable Object> values = new ArrayList<>(template.holes().size());
        int at = from;
        for (Object hole : template.holes()) {
            Node target = PlanBuilder.target((Node) hole);
            values.add(target.isConstant() ? target.a0 : results.get(dependencies[at++]));
        }
        return template.fill(values.toArray(), 0);
    }

    /** What a node that gathers gives. */
    static List<?> list(@Nullable Object... results) {
        return Collections.unmodifiableList(Arrays.asList(results));
    }

    private static @Nullable Object checked(Node alias, @Nullable Object result) {
        if (result != null && alias.a1 instanceof Class<?> type && !type.isInstance(result)) {
            throw new IllegalArgumentException(
                    GraphErrors.wrongType(((Node) Objects.requireNonNull(alias.a0)).label(), result, type));
        }
        return result;
    }
}
