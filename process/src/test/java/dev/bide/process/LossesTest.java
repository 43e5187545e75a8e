package dev.bide.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LossesTest {
    private final Losses losses = new Losses(2);

    @Test
    void died_elevenWithinTenSeconds_areTooMany() {
        for (int i = 0; i < 10; i++) {
            assertThat(losses.died(i, true)).isEmpty();
        }
        assertThat(losses.died(TimeUnit.SECONDS.toNanos(9), true)).isEqualTo("11 workers were lost within 10 s");
    }

    @Test
    void died_oneASecond_mayGoOn() {
        for (int i = 0; i < 100; i++) {
            assertThat(losses.died(TimeUnit.SECONDS.toNanos(i), true)).isEmpty();
        }
    }

    @Test
    void died_twoInARowBeforeTheyJoined_areHopeless() {
        assertThat(losses.died(0, false)).isEmpty();
        losses.joined();
        assertThat(losses.died(1, false)).isEmpty();
        assertThat(losses.died(2, true)).isEmpty();
        assertThat(losses.died(3, false)).isEmpty();
        assertThat(losses.died(4, false)).isEqualTo("2 workers in a row ended before they had joined");
    }

    @Test
    void ending_ofEachKind_isSaidInWords() {
        assertThat(Ending.of(0)).isEqualTo("ended with exit code 0");
        assertThat(Ending.of(3)).contains("ExitOnOutOfMemoryError");
        assertThat(Ending.of(134)).isEqualTo("crashed (signal 6, exit code 134)");
        assertThat(Ending.of(137)).startsWith("was killed by signal 9");
        assertThat(Ending.of(143)).isEqualTo("was ended by signal 15 (exit code 143)");
        assertThat(Ending.of(255)).isEqualTo("ended with exit code 255");
    }
}
