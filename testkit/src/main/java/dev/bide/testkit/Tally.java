package dev.bide.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts the calls of each task. */
final class Tally {
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /** In a task: counts a call of it, and gives what it is to answer. */
    <T extends @Nullable Object> T of(String task, T result) {
        counts.merge(task, 1, Integer::sum);
        return result;
    }

    int of(String task) {
        return counts.getOrDefault(task, 0);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
