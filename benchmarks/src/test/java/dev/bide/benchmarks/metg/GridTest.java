package dev.bide.benchmarks.metg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
    /** What each point of a timestep depends on, a digit each, with a bar between the points. */
    @ParameterizedTest(name = "{0}, {2} wide, radix {3}, t = {4}: {5}")
    @CsvSource({
        "TRIVIAL,             9, 3, 5, 1, ||",
        "NO_COMM,             9, 3, 5, 1, 0|1|2",
        "STENCIL_1D,          9, 4, 5, 0, |||",
        "STENCIL_1D,          9, 4, 5, 1, 01|012|123|23",
        "STENCIL_1D,          9, 1, 5, 1, 0",
        "STENCIL_1D_PERIODIC, 9, 4, 5, 1, 013|012|123|023",
        "STENCIL_1D_PERIODIC, 9, 2, 5, 1, 01|01",
        "DOM,                 6, 3, 5, 0, ''",
        "DOM,                 6, 3, 5, 1, 0|0",
        "DOM,                 6, 3, 5, 2, 0|01|1",
        "DOM,                 6, 3, 5, 3, 0|01|12",
        "DOM,                 6, 3, 5, 4, 01|12",
        "DOM,                 6, 3, 5, 5, 12",
        "ALL_TO_ALL,          9, 3, 5, 1, 012|012|012",
        "TREE,                9, 4, 5, 1, 0|0",
        "TREE,                9, 4, 5, 2, 0|0|1|1",
        "TREE,                9, 4, 5, 3, 0|0|1|1",
        "FFT,                 9, 4, 5, 1, 01|012|123|23",
        "FFT,                 9, 4, 5, 2, 02|13|02|13",
        "FFT,                 9, 4, 5, 3, 01|012|123|23",
        "FFT,                 9, 6, 5, 3, 04|15|2|3|04|15",
        "FFT,                 9, 1, 5, 1, 0",
        "NEAREST,             9, 5, 3, 1, 01|012|123|234|34",
        "NEAREST,             9, 5, 4, 1, 01|012|0123|1234|234",
        "NEAREST,             9, 3, 0, 1, ||",
        "SPREAD,              9, 6, 3, 1, 035|014|125|023|134|245",
        "SPREAD,              9, 6, 3, 3, 024|135|024|135|024|135",
        "SPREAD,              9, 2, 5, 1, 01|01",
    })
    void dependencies_ofEachPattern_areThoseOfThePaper(
            Pattern pattern, int steps, int width, int radix, int t, String expected) {
        Grid grid = new Grid(pattern, steps, width, radix);

        assertThat(grid.points(t).mapToObj(x -> digits(grid, t, x)).collect(Collectors.joining("|")))
                .isEqualTo(expected);
    }

    private static String digits(Grid grid, int t, int x) {
        return Arrays.stream(grid.dependencies(t, x))
                .sorted()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }

    @Test
    void points_ofTree_doubleUntilTheyAreAll() {
        Grid grid = new Grid(Pattern.TREE, 100, 6, 5);

        assertThat(IntStream.of(0, 1, 2, 3, 31, 32, 63, 64, 99)
                        .map(t -> (int) grid.points(t).count()))
                .containsExactly(1, 2, 4, 6, 6, 6, 6, 6, 6);
    }

    @Test
    void points_ofDom_openAndClose() {
        Grid grid = new Grid(Pattern.DOM, 6, 3, 5);

        assertThat(IntStream.range(0, 6).mapToObj(t -> grid.points(t).boxed().toList()))
                .extracting(Object::toString)
                .containsExactly("[0]", "[0, 1]", "[0, 1, 2]", "[0, 1, 2]", "[1, 2]", "[2]");
    }

    @Test
    void dependencies_ofRandomNearest_areTheSamePointAndAQuarterOfTheOthers() {
        Grid random = new Grid(Pattern.RANDOM_NEAREST, 9, 2_000, 5);
        Grid nearest = new Grid(Pattern.NEAREST, 9, 2_000, 5);
        int others = 0;
        for (int x = 0; x < 2_000; x++) {
            assertThat(nearest.dependencies(1, x)).contains(random.dependencies(1, x));
            assertThat(random.dependencies(1, x)).contains(x);
            assertThat(random.dependencies(4, x)).isEqualTo(random.dependencies(1, x));
            others += random.dependencies(1, x).length - 1;
        }
        assertThat(others / (4.0 * 2_000)).isBetween(0.22, 0.28);
    }

    @Test
    void dependencies_ofRandomNearest_differBetweenThreeTimestepsInARow() {
        Grid random = new Grid(Pattern.RANDOM_NEAREST, 9, 100, 5);

        assertThat(IntStream.of(1, 2, 3)
                        .mapToObj(t -> IntStream.range(0, 100)
                                .mapToObj(x -> digits(random, t, x))
                                .toList()))
                .doesNotHaveDuplicates();
    }

    @Test
    void grid_withoutPoints_isRefused() {
        assertThatThrownBy(() -> new Grid(Pattern.TREE, 10, 0, 5)).hasMessageContaining("0 wide");
    }
}
