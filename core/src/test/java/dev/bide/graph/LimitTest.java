package dev.bide.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {
    private final Limit two = Limit.of("s3", 2);
    private final List<String> granted = new ArrayList<>();
    private final Runnable a = new Granted("a");
    private final Runnable b = new Granted("b");

    /** Notes that it was called. */
    private final class Granted implements Runnable {
        private final String name;

        Granted(String name) {
            this.name = name;
        }

        @Override
        public void run() {
            granted.add(name);
        }
    }

    private void takeAll() {
        assertThat(two.enter(() -> granted.add("never"))).isTrue();
        assertThat(two.enter(() -> granted.add("never"))).isTrue();
    }

    @Test
    void enter_placesAreThere_takesOneAtOnce() {
        takeAll();
        assertThat(two.taken()).isEqualTo(2);
        assertThat(two.enter(a)).isFalse();
        assertThat(two.waiting()).isEqualTo(1);
    }

    @Test
    void leave_someWait_handsThePlaceToTheFirst() {
        takeAll();
        two.enter(a);
        two.enter(b);
        two.leave();
        assertThat(granted).containsExactly("a");
        two.leave();
        assertThat(granted).containsExactly("a", "b");
        assertThat(two.taken()).isEqualTo(2);
        two.leave();
        two.leave();
        assertThat(two.taken()).isZero();
        assertThat(granted).hasSize(2);
    }

    @Test
    void withdraw_whileWaiting_isPassedOver() {
        takeAll();
        two.enter(a);
        two.enter(b);
        two.withdraw(a);
        two.withdraw(a);
        two.leave();
        assertThat(granted).containsExactly("b");
        two.leave();
        assertThat(two.taken()).isEqualTo(1);
    }

    @Test
    void withdraw_granted_handsThePlaceOn() {
        takeAll();
        two.enter(a);
        two.enter(b);
        two.leave();
        two.withdraw(a);
        assertThat(granted).containsExactly("a", "b");
        assertThat(two.enter(b)).isTrue();
        assertThat(two.taken()).isEqualTo(2);
    }

    @Test
    void enter_deeper_isServedFirst() {
        takeAll();
        two.enter(a);
        two.enter(1, b);
        two.leave();
        assertThat(granted).containsExactly("b");
    }

    @Test
    void enter_deeperWhileAnothersGrantIsUnused_takesItOver() {
        takeAll();
        two.enter(a);
        two.leave();
        assertThat(two.enter(1, b)).isTrue();
        assertThat(two.enter(a)).isFalse();
        two.leave();
        assertThat(granted).containsExactly("a", "a");
        assertThat(two.enter(a)).isTrue();
    }

    @Test
    void of_twoOfOneName_areTwoLimits() {
        assertThat(Limit.of("s3", 2)).isNotEqualTo(two);
        assertThat(two).hasToString("s3 (at most 2)");
        assertThat(two.name()).isEqualTo("s3");
        assertThat(two.most()).isEqualTo(2);
    }

    @Test
    void of_badArguments_isRefused() {
        assertThatThrownBy(() -> Limit.of("", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a limit's name is empty: say what it limits, such as \"s3\"");
        assertThatThrownBy(() -> Limit.of("s3", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Limit.of(\"s3\", 0): at least one task must be let through");
    }
}
