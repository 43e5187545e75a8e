package dev.bide.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static Duration millis(long number) {
        return Duration.ofMillis(number);
    }

    @Test
    void waitAfter_withoutBackoff_isNone() {
        assertThat(Retry.times(3).waitAfter(1, 0.5)).isZero();
        assertThat(Retry.times(3).waitAfter(3, 1)).isZero();
    }

    @Test
    void waitAfter_withBackoff_doublesUpToTheLongest() {
        Retry retry = Retry.times(9).backoff(millis(100), millis(500)).jitter(0);
        assertThat(retry.waitAfter(1, 0)).isEqualTo(millis(100));
        assertThat(retry.waitAfter(2, 0)).isEqualTo(millis(200));
        assertThat(retry.waitAfter(3, 0)).isEqualTo(millis(400));
        assertThat(retry.waitAfter(4, 0)).isEqualTo(millis(500));
        assertThat(retry.waitAfter(1_000_000, 0)).isEqualTo(millis(500));
    }

    @Test
    void backoff_firstAlone_waitsThirtySecondsAtMostAndLeavesHalfToChance() {
        Retry retry = Retry.times(9).backoff(Duration.ofSeconds(20));
        assertThat(retry.waitAfter(1, 1)).isEqualTo(Duration.ofSeconds(20));
        assertThat(retry.waitAfter(1, 0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(retry.waitAfter(2, 1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Retry.times(1).backoff(Duration.ofMinutes(2)).most()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void jitter_beforeOrAfterBackoff_isTheOneSaidLast() {
        assertThat(Retry.times(1).backoff(millis(100)).jitter(0.25).waitAfter(1, 0))
                .isEqualTo(millis(75));
        assertThat(Retry.times(1).backoff(millis(100)).jitter(0.25).waitAfter(1, 0.5))
                .isEqualTo(Duration.ofNanos(87_500_000));
        assertThat(Retry.times(1)
                        .backoff(millis(50))
                        .jitter(0.25)
                        .backoff(millis(100))
                        .waitAfter(1, 0))
                .isEqualTo(millis(75));
    }

    @Test
    void waitAfter_longestIsForever_isThatOrSomeCenturies() {
        Duration forever = ChronoUnit.FOREVER.getDuration();
        assertThat(Retry.times(1).backoff(forever).jitter(0).waitAfter(1, 0)).isEqualTo(forever);
        assertThat(Retry.times(1).backoff(forever).waitAfter(1, 1)).isGreaterThan(Duration.ofDays(36_500));
        assertThat(Retry.times(99)
                        .backoff(Duration.ofDays(1), forever)
                        .jitter(0)
                        .waitAfter(99, 0))
                .isGreaterThan(Duration.ofDays(36_500));
    }

    @Test
    void retried_severalConditions_areAskedInTurn() {
        Retry retry = Retry.times(1)
                .retryOn(IOException.class, IllegalStateException.class)
                .abortOn(FileNotFoundException.class)
                .abortIf(thrown -> "no".equals(thrown.getMessage()));
        assertThat(retry.retried().test(new IOException("yes"))).isTrue();
        assertThat(retry.retried().test(new IllegalStateException())).isTrue();
        assertThat(retry.retried().test(new IOException("no"))).isFalse();
        assertThat(retry.retried().test(new FileNotFoundException("yes"))).isFalse();
        assertThat(retry.retried().test(new IllegalArgumentException("yes"))).isFalse();
    }

    @Test
    void retry_numbersOutOfRange_areRefused() {
        assertThatThrownBy(() -> Retry.times(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retry(-1): the number of further attempts is negative");
        assertThatThrownBy(() -> Retry.times(1).backoff(millis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("backoff(PT-0.001S, PT30S): the first wait must not be negative");
        assertThatThrownBy(() -> Retry.times(1).backoff(millis(2), millis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nor longer than the longest");
        for (double part : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> Retry.times(1).jitter(part))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("jitter(" + part + "): the part of a wait that is left to chance is from 0 to 1");
        }
    }
}
