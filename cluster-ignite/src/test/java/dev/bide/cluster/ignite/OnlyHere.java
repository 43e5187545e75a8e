package dev.bide.cluster.ignite;

import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.Assertions;

/** What only the driver's JVM has: a task with a lambda, a nested class, a record, and a library. */
final class OnlyHere implements Callable<String> {
    private record Pair(String left, int right) {}

    private static final class Nested {
        private static String name() {
            return "nested";
        }
    }

    @Override
    public String call() {
        Assertions.assertThat(Nested.name()).isNotEmpty();
        List<String> words = List.of(3, 1, 2).stream()
                .sorted((a, b) -> Integer.compare(b, a))
                .map(number -> new Pair(Nested.name(), number).toString())
                .toList();
        return words + " of " + getClass().getClassLoader().getClass().getSimpleName();
    }
}
