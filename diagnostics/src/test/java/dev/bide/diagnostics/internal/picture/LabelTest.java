package dev.bide.diagnostics.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void of_shortText_isOneLine() {
        assertThat(Label.of("fit-37").lines()).containsExactly("fit-37");
    }

    @Test
    void of_longText_breaksBetweenWords() {
        assertThat(Label.of("read-the-quarterly-sales-of-all-regions-and-convert-to-euros")
                        .lines())
                .containsExactly("read-the-quarterly-sales-of-all-", "regions-and-convert-to-euros");
        assertThat(Label.of("removeRowsWithMissingValuesAndDuplicates").lines())
                .containsExactly("removeRowsWithMissingValuesAnd", "Duplicates");
    }

    @Test
    void above_longNote_breaksAfterACommaIfItCan() {
        assertThat(Label.of("fit ×600")
                        .above("12 failed, 130 not run, 91 cancelled")
                        .lines())
                .containsExactly("fit ×600", "12 failed, 130 not run,", "91 cancelled");
        Label wide = Label.of("fit").above("about 1.04 s");
        assertThat(wide.width()).isEqualTo(Label.width("about 1.04 s"));
    }

    @Test
    void of_endlessText_keepsItsEnds() {
        String text = String.join("", Label.of("a" + "x".repeat(1000) + "-12").lines());
        assertThat(text).startsWith("ax").contains("…").endsWith("-12").hasSizeLessThan(100);
    }

    @Test
    void of_charactersOfTwoHalves_areNotTornApart() {
        assertThat(Label.of("😀".repeat(100)).lines())
                .allMatch(line -> line.replaceAll("[😀…]", "").isEmpty());
    }

    @Test
    void width_wideLetters_isLarger() {
        assertThat(Label.width("WWWW")).isGreaterThan(3 * Label.width("iiii"));
        assertThat(Label.width("ABC")).isBetween(2 * Label.FONT_SIZE, 2.2 * Label.FONT_SIZE);
    }
}
