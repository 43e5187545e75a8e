package dev.bide.graph;

import static dev.bide.Bide.delayed;
import static dev.bide.Bide.ref;
import static dev.bide.Bide.refs;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TaskGraphTest {
    private final Task0<Integer> one = task(() -> 1).named("one");
    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1).named("inc");
    private final Task2<Integer, Integer, Integer> add =
            task((Integer x, Integer y) -> x + y).named("add");

    //   read
    //   /  \
    // left right   lonely
    //   \  /
    //   join
    private final TaskGraph graph = TaskGraph.builder()
            .put("lonely", one)
            .put("join", add, ref("left"), ref("right"))
            .put("left", inc, ref("read"))
            .put("right", inc, ref("read"))
            .put("read", one)
            .build();

    private static String names(Set<Key> keys) {
        return keys.stream().map(Key::name).collect(Collectors.joining(" "));
    }

    private static Object get(TaskGraph graph, String key) {
        return Schedulers.sync().get(graph, key);
    }

    @Test
    void dependencies_diamond_areInTheOrderOfTheArguments() {
        assertThat(names(graph.dependencies(Key.of("join")))).isEqualTo("left right");
        assertThat(names(graph.dependencies(Key.of("left")))).isEqualTo("read");
        assertThat(names(graph.dependencies(Key.of("read")))).isEmpty();
    }

    @Test
    void dependents_diamond_areInTheOrderOfTheGraph() {
        assertThat(names(graph.dependents(Key.of("read")))).isEqualTo("left right");
        assertThat(names(graph.dependents(Key.of("right")))).isEqualTo("join");
        assertThat(names(graph.dependents(Key.of("join")))).isEmpty();
    }

    @Test
    void keys_anyGraph_cannotBeChanged() {
        assertThatThrownBy(() -> graph.keys().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> graph.dependents(Key.of("read")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    // a
    // ||     used twice, and inside a structure
    // x
    @Test
    void dependencies_resultUsedTwice_isOneKey() {
        TaskGraph twice = TaskGraph.builder()
                .put("a", 1)
                .put("x", add, ref("a"), ref("a"))
                .put("y", List.of(refs("a", "x"), ref("a")))
                .build();

        assertThat(names(twice.dependencies(Key.of("x")))).isEqualTo("a");
        assertThat(names(twice.dependencies(Key.of("y")))).isEqualTo("a x");
        assertThat(names(twice.dependents(Key.of("a")))).isEqualTo("x y");
    }

    @Test
    void cull_someKeys_keepsWhatTheyNeedInTheOrderOfTheGraph() {
        assertThat(names(graph.cull(Key.of("join")).keys())).isEqualTo("join left right read");
        assertThat(names(graph.cull(Key.of("left"), Key.of("lonely")).keys())).isEqualTo("lonely left read");
        assertThat(graph.cull().keys()).isEmpty();
    }

    @Test
    void cull_unknownKey_isRefused() {
        assertThatThrownBy(() -> graph.cull(Key.of("reed")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no node with the key 'reed'. Did you mean 'read'?");
    }

    @Test
    void substitute_node_isTheValueForAllItsDependents() {
        TaskGraph changed = graph.substitute(Key.of("read"), 10);

        assertThat(get(changed, "join")).isEqualTo(22);
        assertThat(get(graph, "join")).isEqualTo(4);
        assertThat(changed.keys()).isEqualTo(graph.keys());
        assertThat(names(changed.dependents(Key.of("read")))).isEqualTo("left right");
    }

    @Test
    void substitute_nodeInTheMiddle_leavesItsDependenciesToBeCulled() {
        TaskGraph changed = graph.substitute(Key.of("left"), 10);

        assertThat(get(changed, "join")).isEqualTo(12);
        assertThat(names(changed.dependents(Key.of("read")))).isEqualTo("right");
    }

    @Test
    void substitute_structureOrNull_isUsedAsItIs() {
        TaskGraph sized = TaskGraph.builder()
                .put("a", 1)
                .put("x", task((Object x) -> x), ref("a"))
                .build();
        List<Ref> list = refs("a");

        assertThat(get(sized.substitute(Key.of("a"), list), "x")).isSameAs(list);
        assertThat(get(sized.substitute(Key.of("a"), null), "x")).isNull();
    }

    @Test
    void substitute_unknownKey_isRefused() {
        assertThatThrownBy(() -> graph.substitute(Key.of("x"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no node with the key 'x'. Did you mean 'join'?");
    }

    //   read            read
    //   /  \              |
    // left right   ->   left
    //   \  /             |  \
    //   join             | right
    //                    |  /
    //                   join
    @Test
    void replace_node_mayUseNodesOfTheGraph() {
        Delayed<Integer> left = delayed(graph, "left", Integer.class);
        TaskGraph changed = graph.replace(Map.of(Key.of("right"), inc.call(left)));

        assertThat(get(changed, "join")).isEqualTo(5);
        assertThat(names(changed.dependents(Key.of("left")))).isEqualTo("join right");
        assertThat(names(changed.dependents(Key.of("read")))).isEqualTo("left");
    }

    //   read           inc(9)
    //   /  \              |
    // left right   ->   right
    //   \  /             |  \
    //   join             | left
    //                    |  /
    //                   join
    @Test
    void replace_severalNodes_linksTheNewOnesToEachOther() {
        Delayed<Integer> right = delayed(graph, "right", Integer.class);
        TaskGraph changed = graph.replace(Map.of(Key.of("left"), inc.call(right), Key.of("read"), inc.call(9)));

        assertThat(get(changed, "right")).isEqualTo(11);
        assertThat(get(changed, "join")).isEqualTo(23);
    }

    @Test
    void replace_nothing_keepsTheNodes() {
        TaskGraph same = graph.replace(Map.of());

        assertThat(same.node(Key.of("join"))).isSameAs(graph.node(Key.of("join")));
    }

    @Test
    void replace_node_keepsTheNodesThatDoNotNeedIt() {
        TaskGraph changed = graph.substitute(Key.of("left"), 10);

        assertThat(changed.node(Key.of("right"))).isSameAs(graph.node(Key.of("right")));
        assertThat(changed.node(Key.of("join"))).isNotSameAs(graph.node(Key.of("join")));
    }
}
