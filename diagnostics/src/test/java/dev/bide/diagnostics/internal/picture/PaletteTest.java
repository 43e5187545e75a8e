package dev.bide.diagnostics.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @ParameterizedTest
    @EnumSource
    void colour_eachOfThem_hasContrastToItsText(Palette colour) {
        for (Look look : new Look[] {colour.look(), colour.pale()}) {
            assertThat(Look.contrast(look.fill(), look.text())).isGreaterThan(Look.READABLE);
            assertThat(Look.contrast(look.border(), Palette.BACKGROUND)).isGreaterThan(Look.VISIBLE);
        }
    }

    @Test
    void contrast_blackOnWhite_isWhatTheStandardSays() {
        assertThat(Look.contrast(0x000000, 0xffffff)).isEqualTo(21);
        assertThat(Look.contrast(0x767676, 0xffffff)).isBetween(4.53, 4.55);
    }

    @Test
    void of_sixteenNames_allDiffer() {
        Palette.ByName colours = new Palette.ByName();
        assertThat(IntStream.range(0, 16).mapToObj(i -> colours.of("name" + i))).doesNotHaveDuplicates();
        assertThat(colours.of("name3")).isEqualTo(Palette.ORANGE.look());
        assertThat(colours.of("name17")).isEqualTo(Palette.BLUE.look());
    }
}
