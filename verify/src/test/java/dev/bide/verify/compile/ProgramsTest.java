package dev.bide.verify.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that compile, and programs whose marked lines do not; in {@code resources/compile}. */
class ProgramsTest {
    @ParameterizedTest
    @EnumSource
    void compile_acceptedPrograms_noErrors(Compiler compiler) {
        assertThat(compiler.errors(Resources.sources("accepted"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("refusedProgramsAndCompilers")
    void compile_refusedProgram_errorsOnTheMarkedLinesOnly(RefusedProgram program, Compiler compiler) {
        assertThat(program.errorLines(compiler)).isEqualTo(program.markedLines());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedPrograms")
    void compile_refusedProgram_javacNamesTheCulprit(RefusedProgram program) {
        assertThat(program.unexplained(Compiler.JAVAC)).isEmpty();
    }

    static Stream<RefusedProgram> refusedPrograms() {
        return Resources.sources("refused").stream().map(RefusedProgram::new);
    }

    static Stream<Arguments> refusedProgramsAndCompilers() {
        return refusedPrograms()
                .flatMap(program -> Stream.of(Compiler.values()).map(compiler -> Arguments.of(program, compiler)));
    }
}
