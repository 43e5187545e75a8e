package dev.bide.graph;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Limit LIMIT = Limit.of("s3", 8);

    @Test
    void orElse_eachFieldSetOrNot_isFilledIn() {
        Handling strong = Handling.NONE.retry(2).priority(0);
        Handling weak = Handling.NONE.retry(5).timeout(SECOND).limit(LIMIT).priority(7);
        Handling both = strong.orElse(weak);
        assertThat(both.retry()).isEqualTo(Retry.times(2));
        assertThat(both.timeout()).isEqualTo(SECOND);
        assertThat(both.limit()).isSameAs(LIMIT);
        assertThat(both.priority()).isZero();
        assertThat(both.fallback()).isNull();
    }

    @Test
    void orElse_none_isTheOther() {
        Handling some = Handling.NONE.retry(2);
        assertThat(some.orElse(Handling.NONE)).isSameAs(some);
        assertThat(Handling.NONE.orElse(some)).isSameAs(some);
        assertThat(Handling.NONE.asks()).isFalse();
        assertThat(Handling.NONE.mostAttempts()).isEqualTo(1);
        assertThat(some.mostAttempts()).isEqualTo(3);
    }

    @Test
    void timeout_notPositive_isRefused() {
        assertThatThrownBy(() -> Handling.NONE.timeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout(PT0S): a task takes some time; leave it out for no limit");
        assertThatThrownBy(() -> Handling.NONE.timeout(SECOND.negated())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void handling_ofACall_isStrongerThanItsTasksAndKept() {
        Delayed<Integer> call = task(() -> 1).retry(5).timeout(SECOND).call().retry(2);
        for (Delayed<Integer> each : List.of(call, call.named("x"), call.after(value(1)))) {
            assertThat(((Node) each).handling())
                    .isEqualTo(Handling.NONE.retry(2).timeout(SECOND));
        }
    }

    @Test
    void handling_ofAList_isThatOfEachOfItsCalls() {
        DelayedList<Integer> all = task((Integer x) -> x)
                .each(List.of(1, 2))
                .retry(3)
                .timeout(SECOND)
                .limit(LIMIT)
                .priority(-1);
        for (Delayed<Integer> each : all) {
            assertThat(((Node) each).handling())
                    .isEqualTo(
                            Handling.NONE.retry(3).timeout(SECOND).limit(LIMIT).priority(-1));
        }
    }

    @Test
    void handling_ofWhatCallsNothing_isRefused() {
        assertThatThrownBy(() -> value(1).retry(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value");
        assertThatThrownBy(() -> gather(List.of(value(1))).timeout(SECOND))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gather(List.of(task(() -> 1).call())).fallback(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
