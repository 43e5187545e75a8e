package dev.bide.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.graph.Key;
import dev.bide.graph.TaskGraph;
import dev.bide.graph.TaskGraphBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has been put into a raw graph under which key, and by plain recursion what each key should give. */
final class Puts {
    private final Map<String, Put> accepted;
    private final Map<String, @Nullable Object> results = new HashMap<>();

    private Puts(Map<String, Put> accepted) {
        this.accepted = accepted;
    }

    /** Puts one after the other into a builder, which must refuse what it should, and that alone. */
    static Puts into(TaskGraphBuilder builder, List<Put> all) {
        Map<String, Put> accepted = new LinkedHashMap<>();
        for (Put put : all) {
            boolean taken = accepted.containsKey(put.key());
            Throwable thrown = catchThrowable(() -> put.into(builder));
            if (put.refused() || taken) {
                assertThat(thrown).as("refused: %s", put).isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(thrown).as("put: %s", put).isNull();
                accepted.put(put.key(), put);
            }
            if (taken && !put.refused()) {
                assertThat(thrown).hasMessageContaining(Key.of(put.key()).toString());
            }
        }
        return new Puts(accepted);
    }

    Set<String> keys() {
        return accepted.keySet();
    }

    /** The graph, or nothing where the builder refused it as it should. */
    @Nullable
    TaskGraph build(TaskGraphBuilder builder) {
        boolean unknown = accepted.values().stream()
                .flatMap(put -> put.refersTo().stream())
                .anyMatch(key -> !accepted.containsKey(key));
        if (unknown || cyclic()) {
            assertThat(catchThrowable(builder::build))
                    .as("%s", this)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(unknown ? "there is no node with the key '" : "the graph has a cycle: '");
            return null;
        }
        return builder.build();
    }

    /** Takes away what needs nothing more, until nothing is left or what is left goes round. */
    private boolean cyclic() {
        Set<String> left = new LinkedHashSet<>(keys());
        while (left.removeIf(key -> dependencies(key).stream().noneMatch(left::contains))) {
            // once more
        }
        return !left.isEmpty();
    }

    /** Each key that a node refers to, once. */
    Set<String> dependencies(String key) {
        return new LinkedHashSet<>(put(key).refersTo());
    }

    private Put put(String key) {
        return Objects.requireNonNull(accepted.get(key));
    }

    /** The keys that some keys need, and they themselves. */
    Set<String> needed(String... keys) {
        Set<String> needed = new HashSet<>();
        for (String key : keys) {
            if (!needed.contains(key)) {
                needed.addAll(needed(dependencies(key).toArray(String[]::new)));
                needed.add(key);
            }
        }
        return needed;
    }

    /** What a key should give; {@link Outcome#FAILED} where computing it should fail. */
    @Nullable
    Object expected(String key) {
        if (!results.containsKey(key)) {
            results.put(key, put(key).expected(this::expected));
        }
        return results.get(key);
    }

    /** The same with a value in place of one node. */
    Puts with(String key, Object value) {
        Map<String, Put> changed = new LinkedHashMap<>(accepted);
        changed.put(key, new Put(key, null, List.of(new Piece.Plain(value))));
        return new Puts(changed);
    }

    @Override
    public String toString() {
        return accepted.values().stream().map(Put::toString).collect(Collectors.joining("\n"));
    }
}
