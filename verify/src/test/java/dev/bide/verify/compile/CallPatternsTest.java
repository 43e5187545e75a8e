package dev.bide.verify.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which ways of calling a function lazily compile, by the tables in {@code resources/compile/patterns}. */
class CallPatternsTest {
    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("tablesShapesAndCompilers")
    void compile_eachPattern_asTheTableSays(PatternTable table, Shape shape, Compiler compiler, @TempDir Path folder) {
        assertThat(table.compiling(shape, compiler, folder))
                .as("%s that compile in the shape %s on %s".formatted(table, shape, compiler))
                .isEqualTo(table.expected(shape));
    }

    static Stream<Arguments> tablesShapesAndCompilers() {
        return Stream.of(PatternTable.values())
                .flatMap(table -> Stream.of(Shape.values())
                        .flatMap(shape ->
                                Stream.of(Compiler.values()).map(compiler -> Arguments.of(table, shape, compiler))));
    }

    /** The figures that decided the shape of the API: arguments first takes nearly everything. */
    @ParameterizedTest
    @CsvSource({
        "VALUES, 39, 19, 37, 38",
        "VOIDS,   7,  3,  7,  7",
    })
    void expected_countedByShape_areTheFiguresThatDecided(
            PatternTable table, int patterns, int inline, int declared, int on) {
        assertThat(table.patterns()).hasSize(patterns);
        assertThat(table.expected(Shape.INLINE)).hasSize(inline);
        assertThat(table.expected(Shape.DECLARED)).hasSize(declared);
        assertThat(table.expected(Shape.ON)).hasSize(on);
    }
}
