package dev.bide.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, '', 3",
        "load, load, 0",
        "load-1, load-2, 1",
        "load, loda, 2",
        "kitten, sitting, 3",
        "flaw, lawn, 2"
    })
    void between_twoTexts_countsEdits(String one, String other, int edits) {
        assertThat(EditDistance.between(one, other)).isEqualTo(edits);
        assertThat(EditDistance.between(other, one)).isEqualTo(edits);
    }

    @Test
    void between_longTexts_comparesTheirBeginnings() {
        String begin = "k".repeat(64);

        assertThat(EditDistance.between(begin + "a".repeat(1_000_000), begin + "b"))
                .isZero();
    }
}
