package dev.bide.benchmarks.metg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every system runs every pattern; each task looks at its inputs, so a run that ends well was right. */
class ContendersTest {
    private static final int ROUNDS = 3;

    static Stream<Arguments> everySystemAndPattern() {
        return Arrays.stream(Contenders.values())
                .flatMap(system -> Arrays.stream(Pattern.values()).map(pattern -> Arguments.of(system, pattern)));
    }

    @ParameterizedTest
    @MethodSource("everySystemAndPattern")
    void run_smallGraph_isRight(Contenders system, Pattern pattern) throws Exception {
        runOften(system, new Grid(pattern, 20, 9, 5), 2);
    }

    @ParameterizedTest
    @MethodSource("everySystemAndPattern")
    void run_fewerPointsThanWorkers_isRight(Contenders system, Pattern pattern) throws Exception {
        runOften(system, new Grid(pattern, 10, 2, 7), 3);
    }

    private static void runOften(Contenders system, Grid grid, int workers) throws Exception {
        Cells cells = Cells.of(grid, 2);
        try (Contender contender = system.open(workers)) {
            for (int i = 0; i < ROUNDS; i++) {
                cells.expectEnds(contender.run(cells));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void run_aTaskWithWrongInputs_fails(Contenders system) {
        Cells cells = Cells.of(new Grid(Pattern.STENCIL_1D, 10, 6, 5), 1);
        Cell right = cells.rows()[4][3];
        cells.rows()[4][3] = new Cell(6, right.x(), right.inputs(), right.end(), right.iterations());

        try (Contender contender = system.open(2)) {
            Throwable thrown = catchThrowable(() -> contender.run(cells));

            assertThat(Throwables.getRootCause(thrown))
                    .isInstanceOf(WrongInputException.class)
                    .hasMessageContaining("(6, 3)");
        }
    }
}
