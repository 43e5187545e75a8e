package dev.bide.benchmarks.metg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTest {
    private static final double PEAK = 1_000;

    private final Curve curve = new Curve();

    private void add(int iterations, double granularity, double efficiency) {
        curve.add(new Point(iterations, granularity, efficiency * PEAK));
    }

    @Test
    void metg_betweenTwoPoints_isInterpolated() {
        add(16, 10e-6, 0.9);
        add(8, 6e-6, 0.6);
        add(4, 4e-6, 0.4);
        add(2, 3e-6, 0.2);

        assertThat(curve.metg(PEAK).seconds()).isCloseTo(5e-6, within(1e-12));
        assertThat(curve.metg(PEAK).micros()).isCloseTo(5, within(1e-6));
        assertThat(curve.metg(PEAK).atMost()).isFalse();
    }

    @Test
    void metg_exactlyHalf_isThatPoint() {
        add(8, 6e-6, 0.5);
        add(4, 4e-6, 0.1);

        assertThat(curve.metg(PEAK).seconds()).isCloseTo(6e-6, within(1e-12));
    }

    @Test
    void metg_aDipBeforeAGoodPoint_isTheSmallestGoodOne() {
        add(16, 10e-6, 0.9);
        add(8, 6e-6, 0.45);
        add(4, 4e-6, 0.6);
        add(2, 2e-6, 0.4);

        assertThat(curve.metg(PEAK).seconds()).isCloseTo(3e-6, within(1e-12));
    }

    @Test
    void metg_neverHalf_isNone() {
        add(16, 10e-6, 0.49);
        add(8, 6e-6, 0.3);

        assertThat(curve.metg(PEAK)).isNull();
        assertThat(curve.bestEfficiency(PEAK)).isEqualTo(0.49);
    }

    @Test
    void metg_halfWithTheShortestTasks_isAtMostThat() {
        add(2, 3e-8, 0.8);
        add(1, 2e-8, 0.7);

        assertThat(curve.metg(PEAK)).isEqualTo(new Curve.Metg(2e-8, true));
    }

    @Test
    void goesOn_twoPointsBelowHalf_ends() {
        add(8, 6e-6, 0.6);
        assertThat(curve.goesOn(PEAK)).isTrue();
        add(4, 4e-6, 0.4);
        assertThat(curve.goesOn(PEAK)).isTrue();
        add(2, 3e-6, 0.2);
        assertThat(curve.goesOn(PEAK)).isFalse();
    }

    @Test
    void of_timeOfARun_givesWorkersTimeAndSpeed() {
        Point point = Point.of(1, 2.0, 100, 4);

        assertThat(point.granularity()).isEqualTo(0.08);
        assertThat(point.flops()).isEqualTo(100 * 192 / 2.0);
        assertThat(point.efficiency(19_200)).isEqualTo(0.5);
    }
}
