package dev.bide.graph;

import static dev.bide.Bide.action;
import static dev.bide.Bide.ref;
import static dev.bide.Bide.refs;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskGraphBuilderTest {
    private final Task0<Integer> one = task(() -> 1);
    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1);
    private final Task2<Integer, Integer, Integer> add = task((Integer x, Integer y) -> x + y);
    private final Task1<List<Integer>, Integer> size = task((List<Integer> list) -> list.size());

    record Pair(Object left, Object right) {}

    private static Object get(TaskGraphBuilder builder, String key) {
        return Schedulers.sync().get(builder.build(), key);
    }

    @Test
    void put_value_isAValueAsItIs() {
        List<String> list = Arrays.asList("a", null);

        assertThat(get(TaskGraph.builder().put("x", list), "x")).isSameAs(list);
        assertThat(get(TaskGraph.builder().put("x", null), "x")).isNull();
    }

    @Test
    void put_taskWithoutArguments_isACall() {
        assertThat(get(TaskGraph.builder().put("x", one), "x")).isEqualTo(1);
        assertThat(get(TaskGraph.builder().put("x", (Object) one), "x")).isEqualTo(1);
    }

    @Test
    void put_action_isACallWithoutResult() {
        StringBuilder seen = new StringBuilder();
        TaskGraphBuilder builder =
                TaskGraph.builder().put("a", "text").put("x", action((String text) -> seen.append(text)), ref("a"));

        assertThat(get(builder, "x")).isNull();
        assertThat(seen).hasToString("text");
    }

    // a <- b <- c
    @Test
    void put_reference_isAnAlias() {
        TaskGraphBuilder builder =
                TaskGraph.builder().put("a", inc, 1).put("b", ref("a")).put("c", inc, ref("b"));

        assertThat(get(builder, "b")).isEqualTo(2);
        assertThat(get(builder, "c")).isEqualTo(3);
    }

    // a   b
    //  \ /
    //   x
    @Test
    void put_structureOfReferences_isFilled() {
        TaskGraphBuilder builder = TaskGraph.builder()
                .put("a", inc, 0)
                .put("b", "text")
                .put("x", Map.of("list", refs("a", "b"), "pair", new Pair(ref("a"), Optional.of(ref("b")))));

        assertThat(get(builder, "x"))
                .isEqualTo(Map.of("list", List.of(1, "text"), "pair", new Pair(1, Optional.of("text"))));
    }

    // a   b
    //  \ /
    //   x
    @Test
    void put_arrayOfReferences_isFilled() {
        TaskGraphBuilder builder = TaskGraph.builder()
                .put("a", inc, 0)
                .put("b", "text")
                .put("x", (Object) new Ref[] {ref("a"), ref("b")})
                .put("xs", (Object) new Ref[][] {{ref("a")}, {}});

        assertThat(get(builder, "x")).isEqualTo(new Object[] {1, "text"});
        assertThat(get(builder, "xs")).isEqualTo(new Object[][] {{1}, {}});
    }

    // a   b
    //  \ /
    //  sum   size
    @Test
    void put_callWithReferences_takesTheirResults() {
        TaskGraphBuilder builder = TaskGraph.builder()
                .put("a", 1)
                .put("b", 2)
                .put("sum", add, ref("a"), ref("b"))
                .put("plain", add, 10, ref("b"))
                .put("size", size, refs("a", "b", "sum"));

        assertThat(get(builder, "sum")).isEqualTo(3);
        assertThat(get(builder, "plain")).isEqualTo(12);
        assertThat(get(builder, "size")).isEqualTo(3);
    }

    // c -> b -> a, put in this order
    @Test
    void put_referencesToLaterKeys_areResolved() {
        TaskGraphBuilder builder = TaskGraph.builder()
                .put("c", inc, ref("b"))
                .put("b", inc, ref("a"))
                .put("a", 1);

        assertThat(get(builder, "c")).isEqualTo(3);
        assertThat(builder.build().keys()).containsExactly(Key.of("c"), Key.of("b"), Key.of("a"));
    }

    // Delayed -> x
    @Test
    void put_delayed_isPartOfTheGraph() {
        assertThat(get(TaskGraph.builder().put("x", inc, inc.call(1)), "x")).isEqualTo(3);
        assertThat(get(TaskGraph.builder().put("x", inc.call(1)), "x")).isEqualTo(2);
        assertThat(get(TaskGraph.builder().put("x", List.of(value(1), 2)), "x")).isEqualTo(List.of(1, 2));
    }

    @Test
    void put_nullArgument_isNull() {
        Task1<String, Boolean> isNull = task((String text) -> text == null);

        assertThat(get(TaskGraph.builder().put("x", isNull, new Object[] {null}), "x"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "\"quoted\"", "it's", "../a/b\\c", " ", "\u0000", "ключ", "\uD83D\uDE00"})
    void put_oddKey_isAKey(String key) {
        TaskGraphBuilder builder = TaskGraph.builder().put(key, 1).put("x", inc, ref(key));

        assertThat(get(builder, key)).isEqualTo(1);
        assertThat(get(builder, "x")).isEqualTo(2);
    }

    @Test
    void put_keyOfTenMegabytes_isAKey() {
        String key = "k".repeat(10_000_000);

        assertThat(get(TaskGraph.builder().put(key, 1).put("x", inc, ref(key)), "x"))
                .isEqualTo(2);
    }

    @Test
    void put_keysWithOneHash_areDifferentKeys() {
        TaskGraphBuilder builder = TaskGraph.builder().put("Aa", 1).put("BB", 2).put("x", add, ref("Aa"), ref("BB"));

        assertThat("Aa").hasSameHashCodeAs("BB");
        assertThat(get(builder, "x")).isEqualTo(3);
    }

    @Test
    void put_argumentsChangedAfterwards_areSeenAsTheyWere() {
        Object[] arguments = {1, 2};
        TaskGraphBuilder builder = TaskGraph.builder().put("x", add, arguments);
        arguments[0] = 10;

        assertThat(get(builder, "x")).isEqualTo(3);
    }

    @Test
    void build_usedAgain_leavesTheFirstGraphAlone() {
        TaskGraphBuilder builder = TaskGraph.builder().put("a", 1);
        TaskGraph first = builder.build();
        TaskGraph second = builder.put("b", ref("a")).build();

        assertThat(first.keys()).containsExactly(Key.of("a"));
        assertThat(second.keys()).containsExactly(Key.of("a"), Key.of("b"));
        assertThat(List.of(first, second)).hasToString("[TaskGraph of 1 node, TaskGraph of 2 nodes]");
    }
}
