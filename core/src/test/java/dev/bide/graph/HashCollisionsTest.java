package dev.bide.graph;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.ref;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hundred thousand keys with one hash take seconds; were each compared to each, they would take many minutes. */
class HashCollisionsTest {
    private static final int KEYS = 1 << 17;

    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1);

    private static List<String> keysWithOneHash() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            StringBuilder key = new StringBuilder();
            for (int bit = 1; bit < KEYS; bit <<= 1) {
                key.append((i & bit) == 0 ? "Aa" : "BB");
            }
            keys.add(key.toString());
        }
        assertThat(keys.stream().map(String::hashCode).distinct()).hasSize(1);
        return keys;
    }

    // k0 <- k1 <- k2 <- ...
    @Test
    void build_keysWithOneHash_takesNoLongerThanOthers() {
        List<String> keys = keysWithOneHash();
        TaskGraphBuilder builder = TaskGraph.builder().put(keys.get(0), 0);
        for (int i = 1; i < KEYS; i++) {
            builder.put(keys.get(i), inc, ref(keys.get(i - 1)));
        }
        TaskGraph graph = builder.build();
        String last = keys.get(KEYS - 1);

        assertThat(Schedulers.sync().get(graph, last)).isEqualTo(KEYS - 1);
        assertThat(graph.dependents(Key.of(keys.get(5)))).containsExactly(Key.of(keys.get(6)));
        assertThat(graph.cull(Key.of(last)).keys()).hasSize(KEYS);
    }

    // k0  k1  k2 ..  in a list
    @Test
    void graph_namesWithOneHash_takesNoLongerThanOthers() {
        List<Delayed<Integer>> calls = new ArrayList<>();
        keysWithOneHash().forEach(key -> calls.add(inc.call(1).named(key)));

        assertThat(gather(calls).graph().keys()).hasSize(KEYS + 1);
    }
}
