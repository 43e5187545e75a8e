package dev.bide.graph;

import static dev.bide.Bide.delayed;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From a {@code Delayed} to a graph and back. */
class GraphRoundTripTest {
    private final Task1<String, Integer> load = task(GraphRoundTripTest::load);
    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1).named("inc");

    static int load(String file) {
        return file.length();
    }

    private static Map<Key, Set<Key>> links(TaskGraph graph) {
        return graph.keys().stream().collect(Collectors.toMap(key -> key, graph::dependencies));
    }

    // load  load  value(5)
    //    \   |   /
    //      sum(list)     runs after inc
    private Delayed<Integer> total() {
        List<Object> items = List.of(load.call("a"), load.call("bc"), value(5));
        return on(items).call(List::size).named("sum").after(inc.call(1));
    }

    @Test
    void graph_ofDelayed_hasAKeyForEachTask() {
        TaskGraph graph = total().graph();

        assertThat(graph.keys()).containsExactly(Key.of("load-1"), Key.of("load-2"), Key.of("inc"), Key.of("sum"));
        assertThat(graph.dependencies(Key.of("sum")))
                .containsExactly(Key.of("load-1"), Key.of("load-2"), Key.of("inc"));
    }

    @Test
    void graph_thereAndBack_isTheSame() {
        TaskGraph graph = total().graph();
        TaskGraph again = delayed(graph, "sum", Integer.class).graph();

        assertThat(links(again)).isEqualTo(links(graph));
        assertThat(again.keys()).containsExactlyElementsOf(graph.keys());
        assertThat(again.keys()).allMatch(key -> again.node(key).equals(graph.node(key)));
    }

    @Test
    void delayed_ofAGraph_computesTheSame() {
        Delayed<Integer> total = total();

        assertThat(delayed(total.graph(), "sum", Integer.class).compute(Schedulers.sync()))
                .isEqualTo(total.compute(Schedulers.sync()))
                .isEqualTo(3);
    }

    @Test
    void delayed_nodeInTheMiddle_leadsToItsPart() {
        Delayed<Integer> second = delayed(total().graph(), "load-2", Integer.class);

        assertThat(second.compute(Schedulers.sync())).isEqualTo(2);
        assertThat(inc.call(second).compute(Schedulers.sync())).isEqualTo(3);
    }

    @Test
    void delayed_unknownKey_isRefused() {
        assertThatThrownBy(() -> delayed(total().graph(), "som", Integer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no node with the key 'som'. Did you mean 'sum'?");
    }

    @Test
    void delayed_resultOfAnotherType_isRefusedWhenItIsThere() {
        Delayed<String> wrong = delayed(total().graph(), "sum", String.class);

        assertThatThrownBy(() -> wrong.compute(Schedulers.sync()))
                .hasStackTraceContaining("the result of 'sum' is a java.lang.Integer, not a java.lang.String."
                        + " Ask for the type it has, or for Object.class.");
    }

    // load(a)  load(a)   equal pure calls
    //    |        |
    //  first    second
    //      \   /
    //       of
    private TaskGraph equalPureCalls() {
        Task1<String, Integer> pure = load.pure();
        Delayed<Integer> first = inc.call(pure.call("a")).named("first");
        Delayed<Integer> second = inc.call(pure.call("a")).named("second");
        return on(first, second).call(List::of).graph();
    }

    @Test
    void graph_equalPureCalls_areADependencyOfBothDependents() {
        TaskGraph graph = equalPureCalls();

        assertThat(graph.dependencies(Key.of("first"))).hasSize(1);
        assertThat(graph.dependencies(Key.of("second"))).hasSize(1);
    }

    @Test
    void substitute_equalPureCalls_areReplacedForBothDependents() {
        TaskGraph graph = equalPureCalls();
        Set<Key> loads = graph.keys().stream()
                .filter(key -> graph.dependencies(key).isEmpty())
                .collect(Collectors.toSet());

        TaskGraph changed = graph;
        for (Key key : loads) {
            changed = changed.substitute(key, 10);
        }

        assertThat(Schedulers.sync().get(changed, "of")).isEqualTo(List.of(11, 11));
    }
}
