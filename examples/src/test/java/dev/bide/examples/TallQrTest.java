package dev.bide.examples;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bide.DelayedList;
import java.util.List;
import java.util.stream.LongStream;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallQrTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void of_anyNumberOfBlocks_decomposesTheWholeMatrix(int count) {
        List<Long> seeds = LongStream.range(0, count).boxed().toList();
        DelayedList<Matrix> blocks =
                task((Long seed) -> Matrix.gaussian(10, 4, seed)).each(seeds);

        TallQr qr = TallQr.of(blocks);

        Matrix q = Matrix.stack(qr.q().compute());
        Matrix r = qr.r().compute();
        assertThat(MatrixFeatures_DDRM.isOrthogonal(q.values(), 1e-12)).isTrue();
        assertThat(MatrixFeatures_DDRM.isUpperTriangle(r.values(), 0, 0)).isTrue();
        assertThat(q.times(r).minus(Matrix.stack(blocks.compute())).norm()).isCloseTo(0, within(1e-12));
    }
}
