package dev.bide.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who needs whom in a graph, by key. Nodes without a key (values in an argument, aliases that a conversion made) are
 * looked through. As rows of numbers, because a graph may have millions of keys.
 */
final class GraphLinks {
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Key[] keys;
    private final int[] start;
    private int[] dependencies = new int[16];
    private final int[] dependentStart;
    private final int[] dependents;

    private GraphLinks(Map<Key, Node> nodes) {
        keys = nodes.keySet().toArray(Key[]::new);
        start = new int[keys.length + 1];
        Map<Node, Integer> numberOf = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            numbers.put(keys[i], i);
            numberOf.putIfAbsent(Objects.requireNonNull(nodes.get(keys[i])), i);
        }
        for (int i = 0; i < keys.length; i++) {
            start[i + 1] = start[i];
            for (Node dependency : Objects.requireNonNull(nodes.get(keys[i])).dependencies()) {
                add(i, number(dependency, numberOf));
            }
        }
        Dependents turned = Dependents.of(start, dependencies);
        dependentStart = turned.start();
        dependents = turned.rows();
    }

    static GraphLinks of(Map<Key, Node> nodes) {
        return new GraphLinks(nodes);
    }

    private void add(int key, @Nullable Integer needed) {
        if (needed == null) {
            return;
        }
        int end = start[key + 1];
        if (end == dependencies.length) {
            dependencies = Arrays.copyOf(dependencies, 2 * end);
        }
        dependencies[end] = needed;
        start[key + 1] = end + 1;
    }

    private static @Nullable Integer number(Node node, Map<Node, Integer> numberOf) {
        Node at = node;
        while (!numberOf.containsKey(at) && at.kind == Kind.ALIAS) {
            at = (Node) Objects.requireNonNull(at.a0);
        }
        return numberOf.get(at);
    }

    Set<Key> dependencies(Key key) {
        return row(key, start, dependencies);
    }

    Set<Key> dependents(Key key) {
        return row(key, dependentStart, dependents);
    }

    private Set<Key> row(Key key, int[] starts, int[] row) {
        int number = Objects.requireNonNull(numbers.get(key));
        Set<Key> found = new LinkedHashSet<>();
        for (int p = starts[number]; p < starts[number + 1]; p++) {
            found.add(keys[row[p]]);
        }
        return Collections.unmodifiableSet(found);
    }
}
