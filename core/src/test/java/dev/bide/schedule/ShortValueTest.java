package dev.bide.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Where values must not be seen ({@code -Dbide.values=off}), their types and sizes are. */
class ShortValueTest {
    record Secret(String password) {}

    static final List<Arguments> TYPES = List.of(
            Arguments.of(null, "null"),
            Arguments.of("password", "String of 8"),
            Arguments.of("", "String of 0"),
            Arguments.of(42, "Integer"),
            Arguments.of(-1.5, "Double"),
            Arguments.of(true, "Boolean"),
            Arguments.of('c', "Character"),
            Arguments.of(TimeUnit.DAYS, "TimeUnit"),
            Arguments.of(List.of("password"), "list of 1"),
            Arguments.of(Map.of("user", "password"), "map of 1"),
            Arguments.of(new int[3][2], "int[3][]"),
            Arguments.of(new Secret("password"), "Secret"));

    @ParameterizedTest
    @FieldSource("TYPES")
    void of_typesOnly_saysNothingOfTheValue(Object value, String shown) {
        assertThat(ShortValue.of(value, true)).isEqualTo(shown);
    }

    @Test
    void of_pathTypesOnly_saysHowLongItIs() {
        assertThat(ShortValue.of(Path.of("secret.csv"), true))
                .endsWith("Path of 10")
                .doesNotContain("secret");
    }

    @Test
    void of_textCutInsideASurrogatePair_leavesNoHalf() {
        assertThat(ShortValue.of("x".repeat(59) + "\ud83d\ude00 and more", false))
                .isEqualTo("\"" + "x".repeat(59) + "…\"");
        assertThat(ShortValue.of("x".repeat(58) + "\ud83d\ude00 and more", false))
                .isEqualTo("\"" + "x".repeat(58) + "\ud83d\ude00…\"");
    }
}
