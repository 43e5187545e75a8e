package dev.bide.remote;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrainOptionsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static BrainOptions with(int mostReady, int deaths, Duration silence, int spares) {
        return new BrainOptions(mostReady, 64, SECOND, deaths, SECOND, silence, SECOND, spares, 1);
    }

    @Test
    void new_batchesOfNothing_isRefused() {
        assertThatThrownBy(() -> with(0, 3, SECOND.multipliedBy(2), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch has at least one task, and a task fails after one death or more: 0, 64, 3");
    }

    @Test
    void new_silenceShorterThanTwoPings_isRefused() {
        assertThatThrownBy(() -> with(1, 3, SECOND, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a worker must be asked at least twice before it is lost: PT1S, PT1S");
    }

    @Test
    void new_fewerSparesThanNone_isRefused() {
        assertThatThrownBy(() -> with(1, 3, SECOND.multipliedBy(2), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-1 results that workers keep: there may be none, or more");
    }
}
