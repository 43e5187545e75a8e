package dev.bide.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives every task a key: the one it was given, else its name, numbered from 1 where several share it. */
final class Names {
    private Names() {}

    static List<Key> keysOf(NodePieces nodes) {
        String[] names = new String[nodes.size()];
        Map<String, Integer> shared = new HashMap<>();
        Set<String> taken = new HashSet<>();
        Map<Object, String> nameOfFunction = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Key key = nodes.get(i).key();
            if (key != null) {
                taken.add(key.name());
            } else {
                names[i] = name(nodes.get(i), nameOfFunction);
                shared.merge(names[i], 1, Integer::sum);
            }
        }
        Map<String, Integer> counters = new HashMap<>();
        Key[] keys = new Key[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            Key given = nodes.get(i).key();
            keys[i] = given != null ? given : Key.of(unique(names[i], shared, counters, taken));
        }
        return Arrays.asList(keys);
    }

    /** Finding a function's name costs microseconds, and most nodes share theirs with others. */
    private static String name(Node node, Map<Object, String> nameOfFunction) {
        if (node.function == null
                || node.options != null && (node.options.name() != null || !(node.function instanceof Task))) {
            return node.name();
        }
        Object identity = node.function instanceof Task ? node.function : node.function.getClass();
        return nameOfFunction.computeIfAbsent(identity, ignored -> node.name());
    }

    private static String unique(
            String name, Map<String, Integer> shared, Map<String, Integer> counters, Set<String> taken) {
        if (shared.getOrDefault(name, 1) == 1 && taken.add(name)) {
            return name;
        }
        String numbered;
        do {
            numbered = name + "-" + counters.merge(name, 1, Integer::sum);
        } while (!taken.add(numbered));
        return numbered;
    }
}
