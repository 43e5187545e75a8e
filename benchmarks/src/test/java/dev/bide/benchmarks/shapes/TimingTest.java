package dev.bide.benchmarks.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void median_oddCount_isTheMiddleOfEachColumn() {
        assertThat(Timing.median(List.of(new Timing(1, 30, 31, 2), new Timing(2, 10, 12, 3), new Timing(9, 20, 29, 1))))
                .isEqualTo(new Timing(2, 20, 29, 2));
    }

    @Test
    void median_evenCount_isBetweenTheTwoInTheMiddle() {
        assertThat(Timing.median(List.of(4.0, 1.0, 2.0, 9.0), each -> each)).isEqualTo(3);
    }

    @Test
    void median_notANumber_staysOne() {
        Timing none = new Timing(1, 1, 1, Double.NaN);

        assertThat(Timing.median(List.of(none, none)).rerun()).isNaN();
    }

    @Test
    void applyAsLong_anySteps_changesTheDigest() {
        assertThat(new Spin(3).applyAsLong(1)).isNotEqualTo(1).isEqualTo(new Spin(3).applyAsLong(1));
    }
}
