package dev.bide.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes lines of calls in a graph into one call each. */
final class Fusing {
    private Fusing() {}

    /**
     * Whether the second call takes the first's result in exactly one argument, nothing is asked for how to handle either, and
     * neither is stored.
     */
    static boolean fits(Node first, Node then) {
        return isCall(first)
                && isCall(then)
                && !first.handled
                && !then.handled
                && !first.taskOptions().stored()
                && !then.taskOptions().stored()
                && then.dependencies().stream().filter(first::equals).count() == 1
                && hole(first, then) >= 0;
    }

    private static boolean isCall(Node node) {
        return Kind.isCall(node.kind);
    }

    private static int hole(Node first, Node then) {
        for (int k = 0; k < then.argumentCount(); k++) {
            if (first.equals(then.argument(k))) {
                return k;
            }
        }
        return -1;
    }

    /** The graph with each line of keys under the last key of the line. */
    static TaskGraph fuse(TaskGraph graph, List<List<Key>> lines) {
        Map<Key, Node> replacements = new HashMap<>();
        Map<Key, Boolean> gone = new HashMap<>();
        for (List<Key> line : lines) {
            replacements.put(
                    line.get(line.size() - 1),
                    fused(line.stream().map(graph::node).toList()));
            line.subList(0, line.size() - 1).forEach(key -> gone.put(key, true));
        }
        Key[] kept = graph.keys().stream().filter(key -> !gone.containsKey(key)).toArray(Key[]::new);
        return graph.replace(replacements).cull(kept);
    }

    private static Node fused(List<Node> steps) {
        List<@Nullable Object> arguments = new ArrayList<>();
        List<Integer> holes = new ArrayList<>();
        List<Node> after = new ArrayList<>();
        Node before = null;
        for (Node step : steps) {
            int hole = before == null ? -1 : hole(before, step);
            holes.add(hole);
            for (int k = 0; k < step.argumentCount(); k++) {
                if (k != hole) {
                    arguments.add(step.argument(k));
                }
            }
            after.addAll(Arrays.asList(step.after()));
            before = step;
        }
        String name = steps.stream().map(Node::name).collect(Collectors.joining("-"));
        Node last = steps.get(steps.size() - 1);
        CallOptions options = new CallOptions(name, last.key(), last.site(), Handling.NONE, after.toArray(Node[]::new));
        return RawNode.fused(new Fused(List.copyOf(steps), List.copyOf(holes)), arguments.toArray(), options);
    }
}
