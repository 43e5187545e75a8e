package dev.bide.diagnostics.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class CirclesTest {
    private static Circles of(int[]... needs) {
        return Circles.of(Arrays.stream(needs).map(CirclesTest::set).toArray(BitSet[]::new));
    }

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        Arrays.stream(members).forEach(set::set);
        return set;
    }

    //  0
    //  | \
    //  2  1
    @Test
    void inOrder_needsALaterGroup_standsAfterIt() {
        Circles circles = of(new int[] {1, 2}, new int[] {}, new int[] {});
        assertThat(circles.inOrder()).containsExactly(1, 2, 0);
        assertThat(circles.together(0, 1)).isFalse();
    }

    //  1      0 needs 3, and 2 and 3 need each other
    //  |
    //  0
    //  |
    //  3 = 2
    @Test
    void inOrder_needsACircle_standsAfterAllOfIt() {
        Circles circles = of(new int[] {3}, new int[] {0}, new int[] {3}, new int[] {2});
        assertThat(circles.inOrder()).containsExactly(2, 3, 0, 1);
        assertThat(circles.together(2, 3)).isTrue();
        assertThat(circles.of(3)).isEqualTo(2);
        assertThat(circles.of(0)).isZero();
    }

    @Test
    void of_groupThatNeedsItself_isNoCircleWithOthers() {
        Circles circles = of(new int[] {0}, new int[] {0, 1});
        assertThat(circles.together(0, 1)).isFalse();
        assertThat(circles.inOrder()).containsExactly(0, 1);
    }
}
