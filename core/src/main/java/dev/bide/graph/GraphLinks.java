package dev.bide.graph;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who needs whom in a graph, by key. Nodes without a key (values in an argument, aliases that a conversion made) are
 * looked through.
 */
record GraphLinks(Map<Key, Set<Key>> forward, Map<Key, Set<Key>> backward) {
    static GraphLinks of(Map<Key, Node> nodes) {
        Map<Node, Key> keyOf = new HashMap<>();
        nodes.forEach((key, node) -> keyOf.putIfAbsent(node, key));
        Map<Key, Set<Key>> forward = new LinkedHashMap<>();
        Map<Key, Set<Key>> backward = new LinkedHashMap<>();
        nodes.forEach((key, node) -> {
            Set<Key> needed = new LinkedHashSet<>();
            for (Node dependency : node.dependencies()) {
                Key found = keyOf(dependency, keyOf);
                if (found != null && needed.add(found)) {
                    backward.computeIfAbsent(found, ignored -> new LinkedHashSet<>())
                            .add(key);
                }
            }
            forward.put(key, needed);
        });
        return new GraphLinks(forward, backward);
    }

    private static @Nullable Key keyOf(Node node, Map<Node, Key> keyOf) {
        Node at = node;
        while (!keyOf.containsKey(at) && at.kind == Kind.ALIAS) {
            at = (Node) Objects.requireNonNull(at.a0);
        }
        return keyOf.get(at);
    }

    Set<Key> dependencies(Key key) {
        return Collections.unmodifiableSet(forward.getOrDefault(key, Set.of()));
    }

    Set<Key> dependents(Key key) {
        return Collections.unmodifiableSet(backward.getOrDefault(key, Set.of()));
    }
}
