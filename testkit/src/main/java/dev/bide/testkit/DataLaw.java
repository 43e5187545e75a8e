package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.Task1;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Data travels as it is: by reference, {@code null} too; a {@code Delayed} hidden in an argument is found and resolved. */
abstract class DataLaw extends Law {
    private static final Task1<Object, Object> IDENTITY = Task1.of(x -> x);

    DataLaw(SchedulerContract contract) {
        super(contract);
    }

    /** A record to hide things in. */
    record Pair(@Nullable Object left, @Nullable Object right) implements java.io.Serializable {}

    private static Delayed<Object> one() {
        return task(() -> (Object) 1).call();
    }

    /** Passes an argument with something hidden in it to a task, and gives what the task saw. */
    private @Nullable Object seen(Object argument) {
        return compute(IDENTITY.call(argument));
    }

    @Test
    void compute_resultPassedOn_isTheSameObject() {
        needsThisJvm();
        Object made = new Object();
        result(task(() -> made).call().then(x -> x).then(x -> x)).isSameAs(made);
    }

    @Test
    void compute_plainArgumentWithNothingHidden_isTheSameObject() {
        needsThisJvm();
        List<Object> list = new ArrayList<>(List.of(1, Map.of("key", Optional.of("value"))));
        result(IDENTITY.call(list)).isSameAs(list);
    }

    @Test
    void compute_null_isAValue() {
        Delayed<@Nullable Object> none = Bide.<@Nullable Object>task(() -> null).call();
        result(none).isNull();
        result(none.then(x -> x == null)).isEqualTo(true);
        result(on(none, 1).call((x, y) -> x == null)).isEqualTo(true);
        result(none.thenDelayed(x -> value(x == null))).isEqualTo(true);
    }

    @Test
    void gather_nullResults_areInTheListAndTheMap() {
        Delayed<@Nullable Object> none = Bide.<@Nullable Object>task(() -> null).call();
        result(gather(List.of(none, one()))).isEqualTo(Arrays.asList(null, 1));
        Map<String, Object> expected = new HashMap<>();
        expected.put("none", null);
        result(gather(Map.of("none", none))).isEqualTo(expected);
    }

    @Test
    void call_hiddenInAList_isResolved() {
        assertThat(seen(Arrays.asList(0, one(), null, one()))).isEqualTo(Arrays.asList(0, 1, null, 1));
        assertThat(seen(new ArrayList<>(List.of(one()))))
                .isInstanceOf(ArrayList.class)
                .isEqualTo(List.of(1));
    }

    @Test
    void call_hiddenInASet_isResolved() {
        assertThat(seen(Set.of(one(), 2))).isEqualTo(Set.of(1, 2));
    }

    @Test
    void call_hiddenInAMap_isResolvedInKeysAndValues() {
        assertThat(seen(Map.of("key", one()))).isEqualTo(Map.of("key", 1));
        assertThat(seen(Map.of(one(), "value"))).isEqualTo(Map.of(1, "value"));
        assertThat(seen(Map.entry(one(), one()))).isEqualTo(Map.entry(1, 1));
    }

    @Test
    void call_hiddenInAMap_keepsItsOrder() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 9; i >= 0; i--) {
            map.put("key" + i, value(i));
        }
        map.put("last", one());
        assertThat(String.valueOf(seen(map)))
                .isEqualTo("{key9=9, key8=8, key7=7, key6=6, key5=5, key4=4, key3=3, key2=2, key1=1, key0=0, last=1}");
    }

    @Test
    void call_hiddenInAnArray_isResolved() {
        assertThat((Object[]) seen(new Object[] {0, one()})).containsExactly(0, 1);
        assertThat((Object[][]) seen(new Object[][] {{one()}, {2}})).isDeepEqualTo(new Object[][] {{1}, {2}});
    }

    @Test
    void call_hiddenInAnOptional_isResolved() {
        assertThat(seen(Optional.of(one()))).isEqualTo(Optional.of(1));
    }

    @Test
    void call_hiddenInARecord_isResolved() {
        assertThat(seen(new Pair(one(), "plain"))).isEqualTo(new Pair(1, "plain"));
    }

    @Test
    void call_hiddenDeepInside_isResolved() {
        Object nested = List.of(Map.of("pair", new Pair(Optional.of(List.of(one(), one())), new Object[0].length)));
        assertThat(seen(nested)).isEqualTo(List.of(Map.of("pair", new Pair(Optional.of(List.of(1, 1)), 0))));
    }

    @Test
    void call_lazyListsInAList_areResolved() {
        Delayed<List<Integer>> lazy = task((Integer x) -> x + 1).each(List.of(1, 2));
        assertThat(seen(List.of(lazy, gather(Map.of("key", lazy)))))
                .isEqualTo(List.of(List.of(2, 3), Map.of("key", List.of(2, 3))));
    }

    @Test
    void call_argumentListChangedLater_isAsItWasWhenTheCallWasBuilt() {
        List<Object> list = new ArrayList<>(List.of(one(), 2));
        Delayed<Object> call = IDENTITY.call(list);
        list.clear();
        result(call).isEqualTo(List.of(1, 2));
    }

    @Test
    void value_delayedInside_isPassedUntouched() {
        needsThisJvm();
        List<Object> untouched = List.of(one());
        result(value(untouched)).isSameAs(untouched);
        result(on(value(untouched)).call(x -> x.get(0) instanceof Delayed)).isEqualTo(true);
    }

    @Test
    void compute_taskGivesADelayed_itIsAValueLikeAnyOther() {
        needsThisJvm();
        Delayed<Object> inner = one();
        result(task(() -> inner).call()).isSameAs(inner);
    }

    @Test
    void gather_manyResults_keepTheirPlaces() {
        List<Integer> numbers = java.util.stream.IntStream.range(0, 500).boxed().toList();
        result(task((Integer x) -> x).each(numbers)).isEqualTo(numbers);
    }
}
