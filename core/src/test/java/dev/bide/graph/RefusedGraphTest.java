package dev.bide.graph;

import static dev.bide.Bide.ref;
import static dev.bide.Bide.refs;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task1;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedGraphTest {
    private final Task0<Integer> one = task(() -> 1).named("one");
    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1).named("inc");

    private static void assertRefused(TaskGraphBuilder builder, String text) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text);
    }

    // a -> a
    @Test
    void build_nodeThatNeedsItself_isRefused() {
        assertRefused(
                TaskGraph.builder().put("a", inc, ref("a")),
                "the graph has a cycle: 'a' -> 'a' (each needs the next). Remove one of these references.");
    }

    // a -> b -> c -> a
    @Test
    void build_cycle_isRefusedWithItsKeysInOrder() {
        assertRefused(
                TaskGraph.builder()
                        .put("a", inc, ref("b"))
                        .put("b", inc, ref("c"))
                        .put("c", inc, ref("a")),
                "the graph has a cycle: 'a' -> 'b' -> 'c' -> 'a' (each needs the next)."
                        + " Remove one of these references.");
    }

    // start -> b -> c -> b
    @Test
    void build_cycleBehindOtherNodes_isNamedWithoutThem() {
        assertRefused(
                TaskGraph.builder()
                        .put("start", inc, ref("b"))
                        .put("b", inc, ref("c"))
                        .put("c", Map.of("deep", refs("b"))),
                "the graph has a cycle: 'b' -> 'c' -> 'b' (each needs the next). Remove one of these references.");
    }

    // a <-> b, both aliases
    @Test
    void build_aliasesInACircle_areRefused() {
        assertRefused(
                TaskGraph.builder().put("a", ref("b")).put("b", ref("a")),
                "the graph has a cycle: 'a' -> 'b' -> 'a' (each needs the next). Remove one of these references.");
    }

    // a\nb -> a\nb
    @Test
    void build_cycleOfOddKeys_isNamedOnOneLine() {
        assertRefused(
                TaskGraph.builder().put("a\nb", ref("a\nb")),
                "the graph has a cycle: 'a\\nb' -> 'a\\nb' (each needs the next). Remove one of these references.");
    }

    @Test
    void build_unknownKey_isRefusedWithTheNearestOne() {
        assertRefused(
                TaskGraph.builder().put("load-1", one).put("clean", one).put("store", inc, ref("laod-1")),
                "there is no node with the key 'laod-1', which 'store' refers to. Did you mean 'load-1'?");
    }

    @Test
    void build_unknownKeyInAStructure_isRefused() {
        assertRefused(
                TaskGraph.builder().put("all", Map.of("x", refs("all2"))),
                "there is no node with the key 'all2', which 'all' refers to. Did you mean 'all'?");
    }

    @Test
    void node_unknownKey_isRefusedWithTheNearestOne() {
        TaskGraph graph =
                TaskGraph.builder().put("b", 1).put("a", 2).put("zzzz", 3).build();

        assertThatThrownBy(() -> graph.node(Key.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no node with the key 'x'. Did you mean 'a'?");
        assertThatThrownBy(() -> graph.dependencies(Key.of("zzz")))
                .hasMessage("there is no node with the key 'zzz'. Did you mean 'zzzz'?");
        assertThatThrownBy(() -> graph.dependents(Key.of("zzz")))
                .hasMessage("there is no node with the key 'zzz'. Did you mean 'zzzz'?");
        assertThatThrownBy(() -> Schedulers.sync().get(graph, "x"))
                .hasMessage("there is no node with the key 'x'. Did you mean 'a'?");
    }

    @Test
    void node_emptyGraph_isRefused() {
        TaskGraph empty = TaskGraph.builder().build();

        assertThatThrownBy(() -> empty.node(Key.of("x")))
                .hasMessage("there is no node with the key 'x'. The graph is empty.");
    }

    @Test
    void put_takenKey_isRefusedAndTheFirstNodeStays() {
        TaskGraphBuilder builder = TaskGraph.builder().put("a", 1);

        assertThatThrownBy(() -> builder.put("a", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two nodes have the key 'a'. Give each node a key of its own.");
        assertThat(Schedulers.sync().get(builder.build(), "a")).isEqualTo(1);
    }

    @Test
    void put_wrongNumberOfArguments_isRefused() {
        TaskGraphBuilder builder = TaskGraph.builder();

        assertThatThrownBy(() -> builder.put("a", inc, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("node 'a' calls inc, which takes 1 argument, with 2.");
        assertThatThrownBy(() -> builder.put("a", inc))
                .hasMessage("node 'a' calls inc, which takes 1 argument, with 0.");
        assertThatThrownBy(() -> builder.put("a", one, 1))
                .hasMessage("node 'a' calls one, which takes 0 arguments, with 1.");
    }

    private record Shut(Ref ref) {}

    @Test
    void put_recordThatHoldsOnlyAReference_isRefused() {
        assertThatThrownBy(() -> TaskGraph.builder().put("a", new Shut(ref("b"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(field 'ref')");
    }

    @Test
    void put_nullTask_isRefused() {
        assertThatThrownBy(() -> TaskGraph.builder().put("a", (Task) null, 1))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the task of node 'a' is null");
    }

    @Test
    void put_nullOrEmptyKey_isRefused() {
        assertThatThrownBy(() -> TaskGraph.builder().put(null, 1)).hasMessage("a key is null: give each node a name");
        assertThatThrownBy(() -> TaskGraph.builder().put("", 1)).hasMessage("a key is empty: give each node a name");
        assertThatThrownBy(() -> ref("")).hasMessage("a key is empty: give each node a name");
    }

    // k0 -> k1 -> ... -> k999999 -> k0
    @Test
    void build_cycleOfAMillion_isNamedByItsEnds() {
        int size = 1_000_000;
        TaskGraphBuilder builder = TaskGraph.builder();
        for (int i = 0; i < size; i++) {
            builder.put("k" + i, inc, ref("k" + (i + 1) % size));
        }

        assertRefused(
                builder,
                "the graph has a cycle: 'k0' -> 'k1' -> 'k2' -> 'k3' -> 'k4' -> 'k5' -> 'k6' -> 'k7'"
                        + " -> … (999985 more) -> 'k999993' -> 'k999994' -> 'k999995' -> 'k999996' -> 'k999997'"
                        + " -> 'k999998' -> 'k999999' -> 'k0' (each needs the next). Remove one of these references.");
    }

    // k -> k, a key of ten megabytes
    @Test
    void build_cycleOfAKeyOfTenMegabytes_isNamedInShort() {
        String key = "k".repeat(10_000_000);
        String shown = "'" + "k".repeat(120) + "… (10000000 characters)'";

        assertRefused(
                TaskGraph.builder().put(key, inc, ref(key)),
                "the graph has a cycle: " + shown + " -> " + shown
                        + " (each needs the next). Remove one of these references.");
        assertRefused(
                TaskGraph.builder().put("a", inc, ref(key)),
                "there is no node with the key " + shown + ", which 'a' refers to. Did you mean 'a'?");
    }
}
