package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipeTest {
    record Pair(Object left, Object right) {}

    private final Task1<Object, Object> same = task((Object x) -> x).named("same");
    private final Delayed<Object> one = same.call(1);

    private static Object only(Node node) {
        return Recipe.of(node).arguments().get(0);
    }

    @Test
    void arguments_structuresWithResults_areLikeWhatWasPassed() {
        Object[] passed = {
            List.of(1, one),
            Map.of("a", one),
            Optional.of(one),
            new Pair(List.of(one), 2),
            new HashSet<>(Set.of(one, 3))
        };

        for (Object structure : passed) {
            assertThat(only(same.call(structure))).isEqualTo(structure);
        }
        assertThat(only(same.call(Set.of(one, 3)))).isExactlyInstanceOf(HashSet.class);
    }

    @Test
    void arguments_plainAndDelayed_areInTheirOrder() {
        Task2<Object, Object, Object> two = task((Object x, Object y) -> x);

        assertThat(Recipe.of(two.call(5, one)).arguments()).containsExactly(5, one);
        assertThat(Recipe.of(value("x")).arguments()).containsExactly("x");
    }

    @Test
    void needs_whatItRunsAfter_isNotAmongThem() {
        Delayed<Object> other = same.call(2);

        assertThat(Recipe.of(same.call(one).after(other)).needs()).containsExactly(one);
    }

    @Test
    void needs_whatTheFunctionCaptured_isAmongThem() {
        Delayed<Object> captured = one;

        assertThat(Recipe.of(on(1).call(x -> captured)).needs()).containsExactly(captured);
    }

    // a -> b, made into one call
    @Test
    void steps_fusedCalls_areTheCallsAsTheyWere() {
        TaskGraph graph = TaskGraph.builder()
                .put("a", same, 7)
                .put("b", same, new Ref(Key.of("a")))
                .build();
        Recipe fused =
                Recipe.of(graph.fuse(List.of(List.of(Key.of("a"), Key.of("b")))).node(Key.of("b")));

        assertThat(fused.function()).isNull();
        assertThat(fused.steps()).extracting(Recipe::arguments).containsExactly(List.of(7), List.of(Recipe.BEFORE));
        assertThat(fused.steps()).extracting(Recipe::function).containsOnly(Recipe.functionOf(same));
    }

    @Test
    void where_call_saysItsNameAndLine() {
        assertThat(Recipe.of(one).where()).matches("same, called at dev\\.bide\\.graph\\.RecipeTest\\.<init>\\(.*\\)");
        assertThat(Recipe.of(value(1)).where()).isEqualTo("value");
    }

    @Test
    void lambda_otherObject_isNone() {
        assertThat(Recipe.lambda("text")).isNull();
        assertThat(Recipe.lambda(Recipe.functionOf(same))).isNotNull();
    }
}
