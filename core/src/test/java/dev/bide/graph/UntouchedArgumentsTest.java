package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds no {@code Delayed} is passed by reference. */
class UntouchedArgumentsTest {
    record Box(Object content) {}

    record Leaf(String text, int number) {}

    enum Colour {
        RED
    }

    /** Not a record, and with a field that could hold anything. */
    static final class Holder {
        final Object held;

        Holder(Object held) {
            this.held = held;
        }
    }

    static final List<Object> PLAIN = List.of(
            new ArrayList<>(List.of("a", "b")),
            Arrays.asList("a", null),
            List.of(),
            new HashMap<>(Map.of("a", List.of(1))),
            new TreeSet<>(List.of("b", "a")),
            Map.entry("a", "b"),
            Optional.of("a"),
            new Object[] {"a", null},
            new int[] {1, 2},
            new String[][] {{"a"}, null},
            new Box(new Box(null)),
            new Leaf("a", 1),
            Colour.RED,
            new Holder("a"),
            new Object(),
            Stream.of("a"));

    private static Object seen(Object argument) {
        return on(argument).call(x -> x).compute(Schedulers.sync());
    }

    @ParameterizedTest
    @FieldSource("PLAIN")
    void call_argumentWithoutDelayed_isTheSameObject(Object argument) {
        assertThat(seen(argument)).isSameAs(argument);
    }

    @Test
    void call_partsWithoutDelayed_areTheSameObjects() {
        List<String> plain = new ArrayList<>(List.of("a"));

        Object seen = seen(List.of(plain, value(1)));

        assertThat(((List<?>) seen).get(0)).isSameAs(plain);
    }

    @Test
    void call_null_isNull() {
        assertThat(on((String) null).call(x -> x == null).compute(Schedulers.sync()))
                .isTrue();
    }

    @Test
    void call_plainListChangedAfterwards_isSeenChanged() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Delayed<Integer> size = on(list).call(List::size);
        list.add("b");

        assertThat(size.compute(Schedulers.sync())).isEqualTo(2);
    }

    // value(1)
    //    |
    //  size
    @Test
    void call_listWithDelayedChangedAfterwards_isSeenAsItWas() {
        List<Object> list = new ArrayList<>(List.of(value(1)));
        Delayed<Integer> size = on(list).call(List::size);
        list.add("b");

        assertThat(size.compute(Schedulers.sync())).isEqualTo(1);
    }

    @Test
    void value_structureWithDelayed_isHandedOverUntouched() {
        List<Delayed<Integer>> list = new ArrayList<>(List.of(value(1)));

        assertThat(on(value(list)).call(x -> x).compute(Schedulers.sync())).isSameAs(list);
    }

    @Test
    void value_opaqueObjectWithDelayed_isHandedOverUntouched() {
        Holder holder = new Holder(value(1));

        assertThat(on(value(holder)).call(x -> x).compute(Schedulers.sync())).isSameAs(holder);
    }

    @Test
    void value_delayed_isHandedOverUntouched() {
        Delayed<Integer> one = value(1);

        assertThat(on(value(one)).call(x -> x).compute(Schedulers.sync())).isSameAs(one);
    }
}
