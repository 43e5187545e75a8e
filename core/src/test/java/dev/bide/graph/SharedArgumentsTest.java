package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Schedulers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A structure that stands in several places is searched once, and built once, however many places those are. */
class SharedArgumentsTest {
    static final class Opaque {
        final Object held;

        Opaque(Object held) {
            this.held = held;
        }
    }

    private static Object seen(Object argument) {
        return on(argument).call(x -> x).compute(Schedulers.sync());
    }

    /** A list that holds the one below it twice, and at the bottom {@code held}: 2^levels places. */
    private static Object doubled(Object held, int levels) {
        Object list = held;
        for (int i = 0; i < levels; i++) {
            list = List.of(list, list);
        }
        return list;
    }

    // value(1) in a list that stands in two places
    @Test
    void call_listInTwoPlaces_isOneListThere() {
        List<Object> inner = new ArrayList<>(List.of(value(1), 2));

        List<?> seen = (List<?>) seen(List.of(inner, Map.of("again", inner), value(3)));

        assertThat(seen.get(0)).isEqualTo(List.of(1, 2)).isNotSameAs(inner);
        assertThat(((Map<?, ?>) seen.get(1)).get("again")).isSameAs(seen.get(0));
        assertThat(seen.get(2)).isEqualTo(3);
    }

    // value(1) in a list that stands in two places
    @Test
    void compute_listInTwoPlacesAgain_isAnotherListEachTime() {
        List<Object> inner = new ArrayList<>(List.of(value(1)));
        var call = on(List.of(inner, inner)).call(x -> x);

        Object first = call.compute(Schedulers.sync()).get(0);
        Object second = call.compute(Schedulers.sync()).get(0);

        assertThat(first).isEqualTo(second).isNotSameAs(second);
    }

    // value(1) in 2^100 places
    @Test
    void call_inMorePlacesThanThereIsTimeFor_takesTheTimeOfItsParts() {
        Object seen = seen(doubled(value(1), 100));

        for (int i = 0; i < 100; i++) {
            seen = ((List<?>) seen).get(i % 2);
        }
        assertThat(seen).isEqualTo(1);
        assertThat(seen(doubled("plain", 100))).isNotNull();
    }

    @Test
    void call_hiddenInMorePlacesThanThereIsTimeFor_isRefused() {
        assertThatThrownBy(() -> on(new Opaque(doubled(value(1), 100))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("with a Delayed inside (field 'held')");
    }

    // each level is found at a small depth first, and then again below 400 lists
    @Test
    void call_deepOnlyWhereItStandsAgain_isRefused() {
        Object list = value(1);
        for (int level = 0; level < 3; level++) {
            Object deep = list;
            for (int i = 0; i < 400; i++) {
                deep = List.of(deep);
            }
            list = List.of(list, deep);
        }
        Object tooDeep = list;

        assertThatThrownBy(() -> on(tooDeep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("argument 1 is nested deeper than 500 levels");
    }
}
