package dev.bide.graph;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the nodes that a lambda has captured, and so may give back as part of a graph that grows.
 *
 * <p>What a serialisable lambda captured can be read from its serialised form; nodes in captured lists, maps, arrays,
 * records and {@code Optional}s are found too. Nodes behind the fields of other captured objects are not.
 */
final class Captures {
    private static final ClassValue<Boolean> COULD_CAPTURE = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredFields()).map(Field::getType).anyMatch(Reach::couldHold);
        }
    };

    private Captures() {}

    /** The nodes that are reached from the captures of a node's function, as far as those that {@code known} accepts. */
    static Set<Node> of(Node node, Predicate<Node> known) {
        return reached(captured(node), known);
    }

    /** A call that will grow the graph itself brings what its function has captured. */
    static List<Node> captured(Node node) {
        if (node.kind != Kind.EXPAND) {
            return List.of();
        }
        return node.function instanceof Wrapped wrapped ? wrapped.captured() : captured(node.plainFunction());
    }

    static List<Node> captured(Object function) {
        if (!COULD_CAPTURE.get(function.getClass())) {
            return List.of();
        }
        SerializedLambda lambda = FunctionName.serialized(function);
        try {
            return lambda == null ? List.of() : captured(lambda);
        } catch (RuntimeException fromACollectionOfTheUsers) {
            return List.of();
        }
    }

    private static List<Node> captured(SerializedLambda lambda) {
        Object[] values = new Object[lambda.getCapturedArgCount()];
        Arrays.setAll(values, lambda::getCapturedArg);
        Object found = Arguments.searchLeniently(values);
        return found instanceof Template template
                ? template.holes().stream().map(Node.class::cast).toList()
                : List.of();
    }

    private static Set<Node> reached(List<Node> from, Predicate<Node> known) {
        Set<Node> seen = new LinkedHashSet<>(from);
        Deque<Node> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!known.test(node)) {
                node.dependencies().stream().filter(seen::add).forEach(open::push);
                captured(node).stream().filter(seen::add).forEach(open::push);
            }
        }
        return seen;
    }
}
