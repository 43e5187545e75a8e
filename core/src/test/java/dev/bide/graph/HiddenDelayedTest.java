package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A {@code Delayed} inside a structure is found when the call is built and resolved when it runs. */
class HiddenDelayedTest {
    private final Delayed<Integer> three = task("abc"::length).call();

    record Pair(Object left, Object right) {}

    /** What a task gets to see when it is called with this argument. */
    private static Object seen(Object argument) {
        return on(argument).call(x -> x).compute(Schedulers.sync());
    }

    private static List<Node> holes(Object argument) {
        Object found = Arguments.search(argument, 1);
        return found instanceof Template template
                ? template.holes().stream().map(Node.class::cast).toList()
                : List.of();
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInAList_isResolved() {
        assertThat(seen(List.of(three, 1))).isEqualTo(List.of(3, 1));
        assertThat(seen(Arrays.asList(three, null, 1))).isEqualTo(Arrays.asList(3, null, 1));
        assertThat(seen(Collections.nCopies(2, three))).isEqualTo(List.of(3, 3));
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInAnArrayList_givesAnArrayList() {
        assertThat(seen(new ArrayList<>(List.of(three, 1))))
                .isInstanceOf(ArrayList.class)
                .isEqualTo(List.of(3, 1));
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInASet_keepsTheOrder() {
        Set<Object> set = new LinkedHashSet<>(List.of("z", three, "a"));

        assertThat((Set<?>) seen(set)).map(Object.class::cast).containsExactly("z", 3, "a");
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInAMap_isResolvedInKeysAndValues() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(three, "key");
        map.put("value", three);
        map.put("none", null);

        Map<Object, Object> expected = new LinkedHashMap<>();
        expected.put(3, "key");
        expected.put("value", 3);
        expected.put("none", null);
        assertThat(seen(map)).isEqualTo(expected).hasToString(expected.toString());
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInASortedMap_keepsItsComparator() {
        Map<String, Object> map = new TreeMap<>(Collections.reverseOrder());
        map.put("a", three);
        map.put("b", 2);

        assertThat(seen(map)).isInstanceOf(TreeMap.class).hasToString("{b=2, a=3}");
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInAnEntry_isResolved() {
        assertThat(seen(new SimpleEntry<>(three, three))).isEqualTo(Map.entry(3, 3));
        assertThat(seen(Map.entry("a", three))).isEqualTo(Map.entry("a", 3));
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInAnArray_givesAnArray() {
        assertThat((Object[]) seen(new Object[] {three, null, "a"})).containsExactly(3, null, "a");
        assertThat((Object[]) seen(new Delayed<?>[] {three})).containsExactly(3);
        assertThat((Object[]) seen(new List<?>[] {List.of(three)}))
                .isInstanceOf(List[].class)
                .containsExactly(List.of(3));
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInAMatrix_givesAMatrix() {
        assertThat(seen(new Delayed<?>[][] {{three}, {three, value(4)}})).isEqualTo(new Object[][] {{3}, {3, 4}});
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInAnOptional_isResolved() {
        assertThat(seen(Optional.of(three))).isEqualTo(Optional.of(3));
        assertThat(seen(Optional.of(value(null)))).isEqualTo(Optional.empty());
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInARecord_isResolved() {
        assertThat(seen(new Pair(three, "b"))).isEqualTo(new Pair(3, "b"));
        assertThat(seen(new Pair(List.of(three), null))).isEqualTo(new Pair(List.of(3), null));
    }

    // three
    //   |
    // x -> x
    @Test
    void call_delayedInNestedStructures_isResolved() {
        Object nested = List.of(Map.of("a", new Pair(Optional.of(List.of(three)), new Object[] {1})), "b");

        Object seen = seen(nested);

        Pair pair = (Pair) ((Map<?, ?>) ((List<?>) seen).get(0)).get("a");
        assertThat(pair.left()).isEqualTo(Optional.of(List.of(3)));
        assertThat((Object[]) pair.right()).containsExactly(1);
    }

    // three  three   (one call, used three times)
    //     \  /
    //    x -> x
    @Test
    void search_oneDelayedInSeveralPlaces_isAHoleForEach() {
        assertThat(holes(List.of(three, Map.of("a", three), Optional.of(three))))
                .containsExactly(three, three, three);
    }

    // value(2)
    @Test
    void call_valueInAList_isFilledInWithoutATask() {
        Node call = on(List.of(value(2), 1)).call(x -> x);

        assertThat(Plan.of(call).size()).isOne();
        assertThat(seen(List.of(value(2), 1))).isEqualTo(List.of(2, 1));
    }
}
