package dev.bide.optimize;

import static dev.bide.Bide.ref;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Task1;
import dev.bide.graph.Key;
import dev.bide.graph.TaskGraph;
import org.junit.jupiter.api.Test;

class CullTest {
    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1);

    // a <- b <- c    a <- d
    private final TaskGraph graph = TaskGraph.builder()
            .put("a", 1)
            .put("b", ref("a"))
            .put("c", inc, ref("b"))
            .put("d", inc, ref("a"))
            .build();

    @Test
    void cull_oneKey_keepsWhatItNeedsAndItsAliases() {
        assertThat(Optimizer.cull(graph, Key.of("c")).keys()).containsExactly(Key.of("a"), Key.of("b"), Key.of("c"));
    }

    @Test
    void cull_severalKeys_keepsWhatAnyNeeds() {
        assertThat(Optimizer.cull(graph, Key.of("d"), Key.of("b"), Key.of("d")).keys())
                .containsExactly(Key.of("a"), Key.of("b"), Key.of("d"));
    }

    @Test
    void cull_unknownKey_isRefused() {
        assertThatThrownBy(() -> Optimizer.cull(graph, Key.of("e")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no node with the key 'e'. Did you mean 'a'?");
    }
}
