package dev.bide.testkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts the calls of each task. */
final class Tally extends Fixture {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Integer> counts = new ConcurrentHashMap<>();

    Tally() {}

    Tally(Handle home) {
        super(home);
    }

    @Override
    long answer(String question, String about) {
        return switch (question) {
            case "count" -> counts.merge(about, 1, Integer::sum);
            case "counted" -> counts.getOrDefault(about, 0);
            default -> throw unknown(question);
        };
    }

    /** In a task: counts a call of it, and gives what it is to answer. */
    <T extends @Nullable Object> T of(String task, T result) {
        ask("count", task);
        return result;
    }

    /** In a task: counts a call of it, and gives its number, from 1 on. */
    int next(String task) {
        return (int) ask("count", task);
    }

    int of(String task) {
        return (int) ask("counted", task);
    }

    int total() {
        return counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<String, Integer> counts() {
        onlyHere();
        return new TreeMap<>(counts);
    }
}
