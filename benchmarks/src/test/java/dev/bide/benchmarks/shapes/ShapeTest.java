package dev.bide.benchmarks.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {
    @ParameterizedTest
    @EnumSource
    void of_anyShape_rootNeedsEveryTask(Shape shape) {
        Blueprint graph = shape.of(2_000);
        boolean[] needed = new boolean[graph.size()];
        needed[graph.size() - 1] = true;
        for (int i = graph.size() - 1; i >= 0; i--) {
            for (int k = 0; needed[i] && k < graph.count(i); k++) {
                assertThat(graph.dependency(i, k)).isLessThan(i);
                needed[graph.dependency(i, k)] = true;
            }
        }

        assertThat(needed).doesNotContain(false);
        assertThat(graph.size()).isBetween(1_900, 2_100);
    }

    @ParameterizedTest
    @EnumSource
    void of_sameSizeTwice_drawsTheSameGraph(Shape shape) {
        Blueprint once = shape.of(500);
        Blueprint again = shape.of(500);

        assertThat(Arrays.equals(once.start(), again.start())).isTrue();
        assertThat(Arrays.equals(once.dependencies(), again.dependencies())).isTrue();
    }

    //   0   1   2   3
    //    \ /     \ /
    //     4       5
    //      \     /
    //       --6--
    @Test
    void of_treeOfEight_reducesInPairs() {
        Blueprint tree = Shape.TREE.of(8);

        assertThat(tree.dependencies()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(tree.start()).containsExactly(0, 0, 0, 0, 0, 2, 4, 6);
    }

    /** The peers draw the same graphs in other languages: one that changes here changes in {@code peers}, too. */
    @ParameterizedTest
    @CsvSource({
        "fan,   abe8ec667ebe34a7",
        "chain, 02f8a33ac02f0767",
        "tree,  a177839e291fb043",
        "wave,  048d0a045cb8494f",
        "layer, e0200963f1072455",
        "pipe,  f8f7cf32d01bd593"
    })
    void of_aThousand_rootIsThatOfThePeers(String shape, String root) {
        Value result = new Loop()
                .build(Shape.valueOf(shape.toUpperCase(Locale.ROOT)).of(1_000))
                .run();

        assertThat(result.digest()).isEqualTo(Long.parseUnsignedLong(root, 16));
    }
}
