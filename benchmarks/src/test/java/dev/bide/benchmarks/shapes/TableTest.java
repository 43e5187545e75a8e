package dev.bide.benchmarks.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table TABLE = new Table(List.of(
            new Measured(10, Shape.FAN, "loop", 10, new Timing(1, 9.5, 10.5, 9), ""),
            new Measured(10, Shape.FAN, Contenders.BASE, 10, new Timing(1_100, 400, 1_500, Double.NaN), ""),
            new Measured(10, Shape.CHAIN, "loop", 10, new Timing(1, 2, 3, 2), ""),
            new Measured(10, Shape.CHAIN, "ParSeq", 10, null, "stack overflow beyond 5")));

    @Test
    void rows_withAndWithoutTimes_showRatiosAndReasons() {
        assertThat(TABLE.rows()).isEqualTo("""
                shape  contender                     build       run     total    re-run     ratio
                fan    loop                            1.0       9.5      10.5       9.0      0.01
                fan    CompletableFuture async       1,100     400.0     1,500         -      1.00
                chain  loop                            1.0       2.0       3.0       2.0         -
                chain  ParSeq                   -: stack overflow beyond 5
                """);
    }

    @Test
    void ratios_eachContender_hasALineAndEachShapeAColumn() {
        assertThat(TABLE.ratios()).hasToString("""
                total, as a ratio to CompletableFuture async
                                                fan     chain
                loop                           0.01         -
                CompletableFuture async        1.00         -
                ParSeq                            -         -
                """);
    }

    @Test
    void grid_ofFootprints_showsAllThree() {
        assertThat(Footprint.grid(1_000, List.of(new Footprint(Shape.TREE, "Bide sync", 64.2, 56.0, 1_090.4))))
                .hasToString("""
                        bytes a task, n = 1,000: allocated by build() / built / most while running
                                                            tree
                        Bide sync                     64/56/1090
                        """);
    }

    @Test
    void table_ofSpeedUps_showsThePartReached() {
        assertThat(SpeedUp.table(100, 2, List.of(new SpeedUp(Shape.WAVE, 1_936, 200.04, 1.999, 1.96, 0.9805))))
                .endsWith("""
                        shape       tasks  loop, ms   threads      Bide      part
                        wave        1,936     200.0      2.00      1.96     0.981
                        """);
    }

    @Test
    void table_ofWarmStarts_showsBothKinds() {
        assertThat(WarmStart.table(List.of(new WarmStart(Shape.PIPE, 1_002, 50, 80.25, 100, 1_300))))
                .endsWith("""
                        shape       tasks       run     total    idle run  idle total
                        pipe        1,002      50.0      80.3       100.0       1,300
                        """);
    }
}
