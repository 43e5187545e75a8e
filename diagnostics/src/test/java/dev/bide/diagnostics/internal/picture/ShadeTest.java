package dev.bide.diagnostics.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShadeTest {
    private static final List<Look> SCALE =
            IntStream.rangeClosed(0, 200).mapToObj(i -> Shade.of(i / 200.0)).toList();

    @Test
    void of_anyAmount_hasContrastToItsTextAndToThePaper() {
        assertThat(SCALE).allSatisfy(look -> {
            assertThat(Look.contrast(look.fill(), look.text())).isGreaterThan(Look.READABLE);
            assertThat(Look.contrast(look.border(), Palette.BACKGROUND)).isGreaterThan(Look.VISIBLE);
        });
    }

    @Test
    void of_more_isDarker() {
        List<Double> toPaper = SCALE.stream()
                .map(look -> Look.contrast(look.fill(), Palette.BACKGROUND))
                .toList();
        assertThat(toPaper).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ofAmount_nothingMeasured_isTheLightest() {
        assertThat(Shade.ofAmount(0, 0)).isEqualTo(Shade.of(0));
        assertThat(Shade.ofAmount(5, 5)).isEqualTo(Shade.of(1));
        assertThat(Shade.of(7)).isEqualTo(Shade.of(1));
    }
}
