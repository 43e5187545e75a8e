package dev.bide.schedule;

import static dev.bide.Bide.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Schedulers;
import dev.bide.event.RunListener;
import dev.bide.graph.Handling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunOptionsTest {
    private final RunListener one = event -> {};
    private final RunListener two = event -> {};

    @Test
    void defaults_nothingAsked_stopAtTheFirstFailureAndWaitTenSeconds() {
        assertThat(RunOptions.defaults())
                .isEqualTo(new RunOptions(
                        false, List.of(), Duration.ofSeconds(10), null, Handling.NONE, RunOptions.UNBOUNDED, null));
    }

    @Test
    void options_setOneAfterTheOther_areAllKept() {
        RunOptions options = RunOptions.defaults()
                .keepGoing()
                .listener(one)
                .grace(Duration.ofMillis(5))
                .deadline(Duration.ofHours(1))
                .listener(two);

        assertThat(options)
                .isEqualTo(new RunOptions(
                        true,
                        List.of(one, two),
                        Duration.ofMillis(5),
                        Duration.ofHours(1),
                        Handling.NONE,
                        RunOptions.UNBOUNDED,
                        null));
        assertThat(options.keepGoing()).isEqualTo(options);
        assertThat(RunOptions.defaults().listeners()).isEmpty();
    }

    @Test
    void listeners_listChangedAfterwards_isACopy() {
        List<RunListener> listeners = new ArrayList<>(List.of(one));
        RunOptions options =
                new RunOptions(false, listeners, Duration.ZERO, null, Handling.NONE, RunOptions.UNBOUNDED, null);
        listeners.add(two);

        assertThat(options.listeners()).containsExactly(one);
    }

    @Test
    void grace_zero_isAllowed() {
        assertThat(RunOptions.defaults().grace(Duration.ZERO).grace()).isZero();
    }

    @Test
    void grace_negative_isRefused() {
        assertThatThrownBy(() -> RunOptions.defaults().grace(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("grace(PT-1S): the time is negative");
    }

    @Test
    void deadline_notPositive_isRefused() {
        assertThatThrownBy(() -> RunOptions.defaults().deadline(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deadline(PT0S): a run takes some time; leave it out for none");
    }

    @Test
    void listener_null_isRefused() {
        assertThatThrownBy(() -> RunOptions.defaults().listener(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the listener is null");
    }

    @Test
    void options_nullTimes_areRefused() {
        assertThatThrownBy(() -> RunOptions.defaults().grace(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the grace time is null: use Duration.ZERO for none");
        assertThatThrownBy(() -> RunOptions.defaults().deadline(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the deadline is null");
    }

    // length
    @Test
    void compute_timesThatNeverPass_areAllowed() {
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);

        assertThat(on("abc")
                        .call(String::length)
                        .compute(
                                Schedulers.threads(),
                                RunOptions.defaults().grace(forever).deadline(forever)))
                .isEqualTo(3);
    }
}
