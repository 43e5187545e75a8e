package dev.bide.order;

import dev.bide.graph.Key;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the order of a plan's tasks into one of a graph's keys: values and aliases, which are no tasks, come in between. */
final class KeyOrder {
    private final TaskGraph graph;
    private final Set<Key> ordered = new LinkedHashSet<>();

    private KeyOrder(TaskGraph graph) {
        this.graph = graph;
    }

    static List<Key> of(TaskGraph graph, Plan plan, int[] order) {
        Map<Node, Key> keyOf = new HashMap<>();
        graph.keys().forEach(key -> keyOf.put(graph.node(key), key));
        KeyOrder keys = new KeyOrder(graph);
        for (int task : order) {
            Key key = keyOf.get(plan.node(task));
            if (key != null) {
                keys.add(key);
            }
        }
        graph.keys().forEach(keys::add);
        return new ArrayList<>(keys.ordered);
    }

    /** Adds a key after what it needs, which besides values and aliases is there already. */
    private void add(Key key) {
        Deque<Key> open = new ArrayDeque<>();
        open.push(key);
        while (!open.isEmpty()) {
            Key next = open.peek();
            int before = open.size();
            graph.dependencies(next).stream()
                    .filter(needed -> !ordered.contains(needed))
                    .forEach(open::push);
            if (open.size() == before) {
                ordered.add(open.pop());
            }
        }
    }
}
