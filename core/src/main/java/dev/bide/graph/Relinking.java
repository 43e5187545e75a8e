package dev.bide.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links the nodes of a graph anew after some were replaced; nodes that need none of these stay the same objects. */
final class Relinking {
    private final IdentityHashMap<Node, Node> replaced = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Node> done = new IdentityHashMap<>();

    /** The nodes from the root of the walk to where it stands. */
    private final Set<Node> path = new HashSet<>();

    private Relinking(Map<Key, Node> nodes, Map<Key, Node> replacements) {
        replacements.forEach((key, node) -> replaced.put(nodes.get(key), node));
    }

    static Map<Key, Node> of(Map<Key, Node> nodes, Map<Key, Node> replacements) {
        Relinking relinking = new Relinking(nodes, replacements);
        Map<Key, Node> result = new LinkedHashMap<>();
        nodes.forEach((key, node) -> result.put(key, relinking.relink(node)));
        return result;
    }

    /** Dependencies first, with a stack of its own: a chain may be a million long. */
    private Node relink(Node root) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.peek();
            path.add(node);
            List<Node> missing = newest(node).dependencies().stream()
                    .filter(dependency -> !done.containsKey(dependency))
                    .toList();
            missing.stream().filter(path::contains).findFirst().ifPresent(Relinking::refuse);
            missing.forEach(open::push);
            if (missing.isEmpty()) {
                path.remove(open.pop());
                done.computeIfAbsent(node, ignored -> rebuilt(newest(node)));
            }
        }
        return linked(root);
    }

    private static void refuse(Node node) {
        throw new IllegalArgumentException(GraphErrors.replacedByItself(node));
    }

    private Node linked(Node node) {
        return Objects.requireNonNull(done.get(node));
    }

    private Node newest(Node node) {
        return replaced.getOrDefault(node, node);
    }

    private Node rebuilt(Node node) {
        boolean changed = node.dependencies().stream()
                .anyMatch(dependency -> !linked(dependency).equals(dependency));
        if (!changed) {
            return node;
        }
        @Nullable Object[] arguments = new Object[node.argumentCount()];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = rebuilt(node.argument(k));
        }
        Node[] after = node.after().clone();
        for (int k = 0; k < after.length; k++) {
            after[k] = linked(after[k]);
        }
        return RawNode.like(node, arguments, node.options == null ? null : node.options.onlyAfter(after));
    }

    private @Nullable Object rebuilt(@Nullable Object argument) {
        if (argument instanceof Node node) {
            return linked(node);
        }
        return argument instanceof Template template ? template.map(hole -> linked((Node) hole)) : argument;
    }
}
