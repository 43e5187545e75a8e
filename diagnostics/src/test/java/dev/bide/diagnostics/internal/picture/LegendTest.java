package dev.bide.diagnostics.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.diagnostics.internal.picture.Legend.Piece;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegendTest {
    private static final Face SAMPLE = new Face(Palette.GREY.look(), "✗", "", "12 failed");

    @Test
    void scale_twoEnds_standBesideTheShades() {
        Legend legend = Legend.scale("time", "0", "1.04 s");
        assertThat(legend.pieces().stream().map(Piece::text).filter(text -> !text.isEmpty()))
                .containsExactly("time", "0", "1.04 s");
        List<Piece> shades =
                legend.pieces().stream().filter(piece -> piece.text().isEmpty()).toList();
        assertThat(shades.get(0).look().fill()).isEqualTo(Shade.of(0).fill());
        assertThat(shades.get(shades.size() - 1).look().fill())
                .isEqualTo(Shade.of(1).fill());
    }

    @Test
    void samples_tooManyForARow_goOnBelow() {
        Legend one = Legend.samples(List.of(SAMPLE));
        Legend nine = Legend.samples(Collections.nCopies(9, SAMPLE));
        assertThat(nine.height()).isGreaterThan(2 * one.height());
        assertThat(nine.width()).isLessThan(9 * one.width());
        assertThat(nine.pieces()).extracting(Piece::text).containsOnly("✗ 12 failed");
        assertThat(nine.pieces()).extracting(Piece::box).doesNotHaveDuplicates();
    }
}
