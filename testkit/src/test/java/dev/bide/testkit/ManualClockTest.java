package dev.bide.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    private final ManualClock clock = new ManualClock();

    @Test
    void instant_notTold_standsStill() {
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH).isEqualTo(clock.instant());
    }

    @Test
    void advance_time_movesOn() {
        assertThat(clock.advance(Duration.ofSeconds(2))).isEqualTo(Instant.ofEpochSecond(2));
        assertThat(clock.millis()).isEqualTo(2_000);
    }

    @Test
    void advance_negative_isRefused() {
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withZone_another_sharesTheTime() {
        Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));
        clock.advance(Duration.ofHours(1));
        assertThat(tokyo.instant()).isEqualTo(clock.instant());
        assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }
}
