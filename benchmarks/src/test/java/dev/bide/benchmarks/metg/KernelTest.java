package dev.bide.benchmarks.metg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100})
    void run_anyNumberOfIterations_worksOnEachOf64Numbers(int iterations) {
        double product = 1;
        for (int i = 1; i <= 64; i++) {
            double a = -i / 65.0;
            for (int k = 0; k < iterations; k++) {
                a = Math.fma(a, a, a);
            }
            product *= a;
        }

        assertThat(Kernel.run(iterations) / product).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000})
    void flops_anyNumberOfIterations_areTwoForEachNumberAndOneForTheProduct(int iterations) {
        assertThat(Kernel.flops(iterations)).isEqualTo(128.0 * iterations + 64);
    }
}
