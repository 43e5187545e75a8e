package dev.bide.testkit;

import static dev.bide.Bide.ref;
import static dev.bide.Bide.refs;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.graph.Key;
import dev.bide.graph.TaskGraph;
import dev.bide.graph.TaskGraphBuilder;
import dev.bide.schedule.TaskFailedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code get} computes nodes of a raw graph by their keys, nested as they were asked for. */
abstract class RawGraphLaw extends Law {
    RawGraphLaw(SchedulerContract contract) {
        super(contract);
    }

    //   one   two (a value)   also (an alias of two)
    //     \   /  \
    //      sum    list [one, [two, 9]]      other: needed by nobody
    private static TaskGraph graph(Tally calls) {
        return TaskGraph.builder()
                .put("sum", task((Integer x, Integer y) -> calls.of("sum", x + y)), ref("one"), ref("two"))
                .put("one", task(() -> calls.of("one", 1)))
                .put("two", 2)
                .put("also", ref("two"))
                .put("list", List.of(ref("one"), List.of(ref("two"), 9)))
                .put("map", task((Object x) -> x), Map.of("sum", ref("sum"), "both", refs("one", "also")))
                .put("other", task(() -> calls.of("other", 1)))
                .build();
    }

    @Test
    void get_oneKey_runsWhatItNeedsOnce() {
        Tally calls = new Tally();
        assertThat(scheduler().get(graph(calls), "sum")).isEqualTo(3);
        assertThat(calls.counts()).isEqualTo(Map.of("one", 1, "sum", 1));
    }

    @Test
    void get_withAType_givesThatType() {
        Integer sum = scheduler().get(graph(new Tally()), "sum", Integer.class);
        assertThat(sum).isEqualTo(3);
        assertThat(assertThrows(
                        IllegalArgumentException.class, () -> scheduler().get(graph(new Tally()), "sum", String.class)))
                .hasMessageContaining("sum")
                .hasMessageContaining("String");
    }

    @Test
    void get_valuesAliasesAndStructures_givesThem() {
        TaskGraph graph = graph(new Tally());
        assertThat(scheduler().get(graph, "two")).isEqualTo(2);
        assertThat(scheduler().get(graph, "also")).isEqualTo(2);
        assertThat(scheduler().get(graph, "list")).isEqualTo(List.of(1, List.of(2, 9)));
        assertThat(scheduler().get(graph, "map")).isEqualTo(Map.of("sum", 3, "both", List.of(1, 2)));
    }

    @Test
    void get_listsOfKeys_nestsTheResultsInTheSameWay() {
        Tally calls = new Tally();
        List<?> nested =
                scheduler().get(graph(calls), List.of("sum", List.of("one", List.of("also", Key.of("list"))), "one"));
        assertThat(nested).isEqualTo(List.of(3, List.of(1, List.of(2, List.of(1, List.of(2, 9)))), 1));
        assertThat(calls.counts()).isEqualTo(Map.of("one", 1, "sum", 1));
    }

    @Test
    void get_emptyLists_givesEmptyLists() {
        assertThat(scheduler().get(graph(new Tally()), List.of())).isEqualTo(List.of());
        List<?> nested = scheduler().get(graph(new Tally()), List.of(List.of(), "two", List.of(List.of())));
        assertThat(nested).isEqualTo(List.of(List.of(), 2, List.of(List.of())));
    }

    @Test
    void get_nullResults_areValues() {
        TaskGraph graph = TaskGraph.builder()
                .put("null", (Object) null)
                .put("isNull", task((Object x) -> x == null), ref("null"))
                .build();
        assertThat(scheduler().get(graph, "null")).isNull();
        assertThat(scheduler().get(graph, "null", String.class)).isNull();
        assertThat(scheduler().get(graph, List.of("null", "isNull"))).isEqualTo(Arrays.asList(null, true));
    }

    @Test
    void get_unknownKey_suggestsTheNearest() {
        assertThat(assertThrows(
                        IllegalArgumentException.class, () -> scheduler().get(graph(new Tally()), "som")))
                .hasMessageContaining("som")
                .hasMessageContaining("Did you mean 'sum'?");
        assertThat(assertThrows(
                        IllegalArgumentException.class,
                        () -> scheduler().get(graph(new Tally()), List.of("one", List.of("tvo")))))
                .hasMessageContaining("Did you mean 'two'?");
    }

    @Test
    void get_taskThrows_namesItsKey() {
        TaskGraph graph = TaskGraph.builder()
                .put("bad-1", task((Integer x) -> 1 / x), 0)
                .put("user-1", task((Integer x) -> x), ref("bad-1"))
                .build();
        TaskFailedException failed =
                assertThrows(TaskFailedException.class, () -> scheduler().get(graph, "user-1"));
        assertThat(failed.key()).isEqualTo(Key.of("bad-1"));
        assertThat(failed.ledTo()).containsExactly(Key.of("user-1"));
    }

    //   n0 --> n1 --> ... --> n20000
    @Test
    void get_longChainOfKeys_needsNoStack() {
        TaskGraphBuilder builder = TaskGraph.builder().put("n0", 0);
        var next = task((Integer x) -> x + 1);
        for (int i = 1; i <= 20_000; i++) {
            builder.put("n" + i, next, ref("n" + (i - 1)));
        }
        assertThat(scheduler().get(builder.build(), "n20000")).isEqualTo(20_000);
    }

    @Test
    void delayed_ofARawGraph_computesTheSame() {
        Tally calls = new Tally();
        Delayed<Integer> sum = Bide.delayed(graph(calls), "sum", Integer.class);
        result(sum.then(x -> x * 2)).isEqualTo(6);
        assertThat(calls.counts()).isEqualTo(Map.of("one", 1, "sum", 1));
    }

    //   one --> two --> three      and back
    @Test
    void get_graphOfADelayed_computesTheSame() {
        Delayed<Integer> three = task(() -> 1)
                .call()
                .then(x -> x + 1)
                .named("two")
                .then(x -> x + 1)
                .named("three");
        assertThat(scheduler().get(three.graph(), List.of("three", "two"))).isEqualTo(List.of(3, 2));
    }
}
