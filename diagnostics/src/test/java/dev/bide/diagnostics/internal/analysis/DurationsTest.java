package dev.bide.diagnostics.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Times, numbers and sizes in words. */
class DurationsTest {
    private static final long SECOND = 1_000_000_000;

    static final List<Arguments> TIMES = List.of(
            Arguments.of(0, "0 ns"),
            Arguments.of(999, "999 ns"),
            Arguments.of(1_000, "1 µs"),
            Arguments.of(12_040, "12 µs"),
            Arguments.of(999_499, "999 µs"),
            Arguments.of(999_500, "1 ms"),
            Arguments.of(1_500_000, "1.5 ms"),
            Arguments.of(9_994_000, "9.99 ms"),
            Arguments.of(9_996_000, "10 ms"),
            Arguments.of(386_000_000, "386 ms"),
            Arguments.of(999_600_000, "1 s"),
            Arguments.of(1_040_000_000L, "1.04 s"),
            Arguments.of(21_360_000_000L, "21.4 s"),
            Arguments.of(99_960_000_000L, "100 s"),
            Arguments.of(119 * SECOND, "119 s"),
            Arguments.of(119 * SECOND + SECOND / 2, "2 min 0 s"),
            Arguments.of(125 * SECOND, "2 min 5 s"),
            Arguments.of(3_599 * SECOND, "59 min 59 s"),
            Arguments.of(3_600 * SECOND - 1, "1 h 0 min"),
            Arguments.of(12_000 * SECOND, "3 h 20 min"));

    @ParameterizedTest
    @FieldSource("TIMES")
    void of_time_hasThreeDigitsAtMost(long nanos, String shown) {
        assertThat(Durations.of(nanos)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0 tasks", "1|1 task", "2|2 tasks", "1248|1,248 tasks", "1000000|1,000,000 tasks"})
    void of_amount_hasItsPlural(long count, String shown) {
        assertThat(Amounts.of(count, "task")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1 kB",
        "1500, 1.5 kB",
        "9949, 9.9 kB",
        "9950, 10 kB",
        "999499, 999 kB",
        "999500, 1 MB",
        "9223372036854775807, 9.2 EB"
    })
    void bytes_size_hasTheUnitThatFits(long bytes, String shown) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(shown);
    }
}
