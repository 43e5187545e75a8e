package dev.bide.diagnostics.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    /** As WCAG 2 defines it for text that everybody can read (level AA), and for the outline of a shape. */
    @ParameterizedTest
    @EnumSource
    void colour_eachOfThem_hasContrastToItsText(Palette colour) {
        assertThat(contrast(colour.fill, Palette.TEXT)).isGreaterThan(4.5);
        assertThat(contrast(colour.border, Palette.BACKGROUND)).isGreaterThan(3);
    }

    private static double contrast(int a, int b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double part = (channel & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
