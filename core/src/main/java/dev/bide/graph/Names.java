package dev.bide.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The names of a plan's tasks, found once for each function: that costs microseconds, and most tasks share theirs.
 *
 * @param all the names, each once, in the order in which the tasks have them first
 * @param ofTask where in {@code all} each task's name is
 */
record Names(List<String> all, int[] ofTask) {
    static Names of(NodePieces nodes) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Map<Object, Integer> numberOfFunction = new HashMap<>();
        int[] ofTask = new int[nodes.size()];
        for (int i = 0; i < ofTask.length; i++) {
            Node node = nodes.get(i);
            ofTask[i] = hasNameOfItsOwn(node)
                    ? number(node.name(), numbers)
                    : numberOfFunction.computeIfAbsent(function(node), ignored -> number(node.name(), numbers));
        }
        return new Names(List.copyOf(numbers.keySet()), ofTask);
    }

    private static int number(String name, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(name, ignored -> numbers.size());
    }

    private static boolean hasNameOfItsOwn(Node node) {
        return node.function == null
                || node.options != null && (node.options.name() != null || !(node.origin().function instanceof Task));
    }

    private static Object function(Node node) {
        Object called = Objects.requireNonNull(node.origin().function);
        return called instanceof Task ? called : called.getClass();
    }
}
