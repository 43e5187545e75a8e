package dev.bide.examples;

import static dev.bide.Bide.gather;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.examples.Matrix.Svd;
import dev.bide.examples.RandomizedSvd.Approximation;
import dev.bide.schedule.Scheduler;
import java.util.List;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomizedSvdTest {
    private static final int RANK = 16;
    private static final DecayingMatrix MATRIX = new DecayingMatrix(5, 40, 60, 3);

    private final DelayedList<Matrix> a = MATRIX.delayed();
    private final List<Approximation> approximations =
            RandomizedSvd.approximations(a, RandomizedSvd.noise(MATRIX), RANK, 2);

    @ParameterizedTest
    @ValueSource(strings = {"sync", "threads(2)", "processes(2)"})
    void approximations_moreRounds_comeNearerToTheLeastError(String name) {
        double least = MATRIX.leastError(RANK);
        try (Scheduler scheduler = Schedulers.named(name)) {
            List<Double> errors = errors().compute(scheduler);

            assertThat(errors).isEqualTo(errors().compute(Schedulers.sync()));
            assertThat(errors.get(0)).isBetween(least, 1.5 * least);
            assertThat(errors.get(1)).isBetween(least, 1.05 * least);
            assertThat(errors.get(2)).isBetween(least, 1.01 * least);
        }
    }

    @Test
    void approximations_twoRounds_findTheSingularValues() {
        Svd small = approximations.get(2).small().compute();

        for (int i = 0; i < RANK / 2; i++) {
            assertThat(small.s().get(i)).isCloseTo(DecayingMatrix.singularValue(i), within(1e-4));
        }
    }

    @Test
    void u_allBlocks_hasOrthonormalColumnsAndTheErrorTold() {
        Approximation last = approximations.get(2);
        Svd small = last.small().compute();
        Matrix u = Matrix.stack(last.u().compute());

        assertThat(MatrixFeatures_DDRM.isOrthogonal(u.values(), 1e-12)).isTrue();
        assertThat(RandomizedSvd.error(Matrix.stack(a.compute()), new Svd(u, small.s(), small.v())))
                .isCloseTo(last.error().compute(), within(1e-12));
    }

    @Test
    void svd_wholeMatrix_hasTheLeastError() {
        Matrix whole = Matrix.stack(a.compute());

        Svd direct = whole.svd(RANK);

        assertThat(RandomizedSvd.error(whole, direct)).isCloseTo(MATRIX.leastError(RANK), within(1e-12));
        assertThat(direct.s().get(3)).isCloseTo(0.25, within(1e-12));
    }

    private DelayedList<Double> errors() {
        return gather(approximations.stream().map(Approximation::error).toList());
    }
}
