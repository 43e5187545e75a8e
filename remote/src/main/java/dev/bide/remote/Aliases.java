package dev.bide.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tasks whose result is another task's: one that went on with more graph stands for the root of that; one that a plan imports,
 * for the task of the earlier plan.
 */
final class Aliases {
    private final Map<Integer, Integer> sources = new HashMap<>();
    private final Map<Integer, List<Integer>> aliases = new HashMap<>();

    void add(int alias, int source) {
        sources.put(alias, source);
        aliases.computeIfAbsent(source, ignored -> new ArrayList<>(1)).add(alias);
    }

    boolean has(int task) {
        return !sources.isEmpty() && sources.containsKey(task);
    }

    int source(int alias) {
        return sources.getOrDefault(alias, alias);
    }

    /** Those that stand for a task. */
    List<Integer> of(int source) {
        return aliases.isEmpty() ? List.of() : aliases.getOrDefault(source, List.of());
    }

    /** The task that makes the result. */
    int origin(int task) {
        if (!has(task)) {
            return task;
        }
        int origin = source(task);
        while (has(origin)) {
            origin = source(origin);
        }
        return origin;
    }
}
