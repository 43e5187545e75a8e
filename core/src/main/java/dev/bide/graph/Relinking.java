package dev.bide.graph;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Links the nodes of a graph anew after some were replaced; nodes that need none of these stay the same objects. */
final class Relinking extends NodeFold<Node> {
    private final IdentityHashMap<Node, Node> replaced = new IdentityHashMap<>();

    private Relinking(Map<Key, Node> nodes, Map<Key, Node> replacements) {
        replacements.forEach((key, node) -> replaced.put(nodes.get(key), node));
    }

    static Map<Key, Node> of(Map<Key, Node> nodes, Map<Key, Node> replacements) {
        Relinking relinking = new Relinking(nodes, replacements);
        Map<Key, Node> result = new LinkedHashMap<>();
        nodes.forEach((key, node) -> result.put(key, relinking.of(node)));
        return result;
    }

    @Override
    protected List<Node> needs(Node node) {
        return newest(node).dependencies();
    }

    @Override
    protected Node fold(Node node) {
        return linked(newest(node), this::of);
    }

    @Override
    protected RuntimeException circle(Node node) {
        return new IllegalArgumentException(GraphErrors.replacedByItself(node));
    }

    private Node newest(Node node) {
        return replaced.getOrDefault(node, node);
    }

    /** The node itself if all that it is linked to stays, else one like it. */
    static Node linked(Node node, UnaryOperator<Node> link) {
        boolean changed = node.dependencies().stream()
                .anyMatch(dependency -> !link.apply(dependency).equals(dependency));
        return changed ? RawNode.like(node, arguments(node, link), options(node, link)) : node;
    }

    /** What a node holds: its arguments, linked anew, a value, or what it stands for and of which type that is. */
    static @Nullable Object[] arguments(Node node, UnaryOperator<Node> link) {
        if (node.kind == Kind.VALUE) {
            return new Object[] {node.a0};
        }
        @Nullable Object[] arguments = new Object[node.argumentCount()];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = linked(node.argument(k), link);
        }
        return node.kind == Kind.ALIAS ? new Object[] {arguments[0], node.a1} : arguments;
    }

    private static @Nullable Object linked(@Nullable Object argument, UnaryOperator<Node> link) {
        if (argument instanceof Node node) {
            return link.apply(node);
        }
        return argument instanceof Template template ? template.map(hole -> link.apply((Node) hole)) : argument;
    }

    /** What the call says beyond its task, with what it waits for linked anew. */
    static @Nullable CallOptions options(Node node, UnaryOperator<Node> link) {
        Node[] after = node.after().clone();
        for (int k = 0; k < after.length; k++) {
            after[k] = link.apply(after[k]);
        }
        return node.options == null ? null : node.options.onlyAfter(after);
    }
}
