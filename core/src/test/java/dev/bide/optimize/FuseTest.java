package dev.bide.optimize;

import static dev.bide.Bide.ref;
import static dev.bide.Bide.refs;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
import dev.bide.graph.TaskGraphBuilder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuseTest {
    private final Task0<Integer> one = task(() -> 1).named("one");
    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1).named("inc");
    private final Task1<Integer, Integer> twice = task((Integer x) -> 2 * x).named("twice");
    private final Task2<Integer, Integer, Integer> add =
            task((Integer x, Integer y) -> x + y).named("add");

    private static String keys(TaskGraph graph) {
        return graph.keys().stream().map(Key::name).collect(Collectors.joining(" "));
    }

    private static Object get(TaskGraph graph, String key) {
        return Schedulers.sync().get(graph, key);
    }

    private static TaskGraph fused(TaskGraphBuilder builder, String... keep) {
        return Optimizer.fuse(builder.build(), Stream.of(keep).map(Key::of).toArray(Key[]::new));
    }

    // a -> b -> c
    @Test
    void fuse_line_isOneCallUnderTheLastKey() {
        TaskGraph fused =
                fused(TaskGraph.builder().put("a", one).put("b", inc, ref("a")).put("c", twice, ref("b")));

        assertThat(keys(fused)).isEqualTo("c");
        assertThat(get(fused, "c")).isEqualTo(4);
        assertThat(Plan.of(fused.node(Key.of("c"))).name(0)).isEqualTo("one-inc-twice");
    }

    // a -> b   x -> y
    //      \   /
    //       sum      b and y are arguments: the line of the first goes through sum
    @Test
    void fuse_twoLinesThatMeet_goesOnWithTheFirst() {
        TaskGraph fused = fused(TaskGraph.builder()
                .put("a", one)
                .put("b", inc, ref("a"))
                .put("x", one)
                .put("y", twice, ref("x"))
                .put("sum", add, ref("b"), ref("y")));

        assertThat(keys(fused)).isEqualTo("y sum");
        assertThat(get(fused, "sum")).isEqualTo(4);
        assertThat(fused.dependencies(Key.of("sum"))).containsExactly(Key.of("y"));
    }

    //     a
    //    / \
    //   b   c
    //    \ /
    //    sum
    @Test
    void fuse_sharedCall_isNeverFused() {
        TaskGraph fused = fused(TaskGraph.builder()
                .put("a", one)
                .put("b", inc, ref("a"))
                .put("c", twice, ref("a"))
                .put("sum", add, ref("b"), ref("c")));

        assertThat(keys(fused)).isEqualTo("a c sum");
        assertThat(fused.dependents(Key.of("a"))).containsExactly(Key.of("c"), Key.of("sum"));
        assertThat(get(fused, "sum")).isEqualTo(4);
    }

    // a
    // ||    one result in two arguments
    // b
    @Test
    void fuse_resultUsedTwice_isNotFused() {
        TaskGraph fused = fused(TaskGraph.builder().put("a", one).put("b", add, ref("a"), ref("a")));

        assertThat(keys(fused)).isEqualTo("a b");
        assertThat(get(fused, "b")).isEqualTo(2);
    }

    // a -> b -> c, b is wanted
    @Test
    void fuse_keptKey_stays() {
        TaskGraph fused =
                fused(TaskGraph.builder().put("a", one).put("b", inc, ref("a")).put("c", twice, ref("b")), "b");

        assertThat(keys(fused)).isEqualTo("b c");
        assertThat(get(fused, "b")).isEqualTo(2);
        assertThat(get(fused, "c")).isEqualTo(4);
    }

    // a -> b, a is wanted, twice
    @Test
    void fuse_keyKeptTwice_stays() {
        TaskGraph fused = fused(TaskGraph.builder().put("a", one).put("b", inc, ref("a")), "a", "a");

        assertThat(keys(fused)).isEqualTo("a b");
    }

    // a -> b -> c -> d, b and c may be tried again
    @Test
    void fuse_callsWithRetries_stay() {
        TaskGraph fused = fused(TaskGraph.builder()
                .put("a", one)
                .put("b", inc.retry(2), ref("a"))
                .put("c", twice.retry(2), ref("b"))
                .put("d", inc, ref("c")));

        assertThat(keys(fused)).isEqualTo("a b c d");
        assertThat(get(fused, "d")).isEqualTo(5);
    }

    // a -> [a] -> b, and a value and an alias
    @Test
    void fuse_structuresValuesAndAliases_areLeftAlone() {
        TaskGraph fused = fused(TaskGraph.builder()
                .put("v", 1)
                .put("a", inc, ref("v"))
                .put("list", refs("a"))
                .put("also", ref("list"))
                .put("b", task((List<Integer> list) -> list.get(0)), ref("also")));

        assertThat(keys(fused)).isEqualTo("v a list also b");
        assertThat(get(fused, "b")).isEqualTo(2);
    }

    // a -> b
    @Test
    void fuse_fusedGraph_isUnchanged() {
        TaskGraph once = fused(TaskGraph.builder().put("a", one).put("b", inc, ref("a")));
        TaskGraph again = Optimizer.fuse(once);

        assertThat(keys(again)).isEqualTo("b");
        assertThat(again.node(Key.of("b"))).isSameAs(once.node(Key.of("b")));
    }

    //   a      b runs after x
    //   |  x
    //   | /
    //   b
    @Test
    void fuse_callThatRunsAfterOthers_stillDoes() {
        var x = inc.call(1).named("x");
        TaskGraph graph = inc.call(one.call().named("a")).named("b").after(x).graph();

        TaskGraph fused = Optimizer.fuse(graph);

        assertThat(keys(fused)).isEqualTo("x b");
        assertThat(fused.dependencies(Key.of("b"))).containsExactly(Key.of("x"));
        assertThat(get(fused, "b")).isEqualTo(2);
    }

    // n0 -> n1 -> ... -> n99999
    @Test
    void fuse_lineOfAHundredThousand_isOneCall() {
        TaskGraphBuilder builder = TaskGraph.builder().put("n0", one);
        for (int i = 1; i < 100_000; i++) {
            builder.put("n" + i, inc, ref("n" + (i - 1)));
        }

        TaskGraph fused = Optimizer.fuse(builder.build());

        assertThat(keys(fused)).isEqualTo("n99999");
        assertThat(get(fused, "n99999")).isEqualTo(100_000);
    }
}
