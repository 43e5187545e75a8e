package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Schedulers;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DeepArgumentsTest {
    private static Object nested(Object innermost, int lists) {
        Object nested = innermost;
        for (int i = 0; i < lists; i++) {
            nested = List.of(nested);
        }
        return nested;
    }

    private static void assertTooDeep(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "argument 1 is nested deeper than 500 levels, or contains itself. Pass value(x) to hand x over"
                                + " untouched and unsearched.");
    }

    @Test
    void call_fiveHundredLevels_areResolved() {
        Object seen = on(nested(value("deep"), 500)).call(x -> x).compute(Schedulers.sync());

        assertThat(seen).isEqualTo(nested("deep", 500));
    }

    @Test
    void call_deeperThanTheLimit_isRefused() {
        assertTooDeep(() -> on(nested(value("deep"), 502)));
        assertTooDeep(() -> on(nested("plain", 100_000)));
    }

    @Test
    void call_listThatContainsItself_isRefused() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertTooDeep(() -> on(circle));
    }

    @Test
    void call_listThatContainsItselfTwice_isRefusedAtOnce() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        circle.add(circle);

        assertTooDeep(() -> on(circle));
    }

    @Test
    void call_arraysInACircle_areRefused() {
        Object[] one = new Object[1];
        one[0] = new Object[] {one};

        assertTooDeep(() -> on((Object) one));
    }

    @Test
    void value_listThatContainsItself_isHandedOver() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertThat(on(value(circle)).call(List::size).compute(Schedulers.sync()))
                .isOne();
    }
}
