package dev.bide.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the order of any graph. A failure names the seed that draws its graph. */
class OrderingPropertyTest {

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_tinyGraph_isOptimal(long seed) {
        Sample sample = RandomSamples.draw(seed, 13);
        assertThat(sample.peak()).as("peak, seed %d", seed).isEqualTo(Optimum.of(sample));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_renumbered_keepsThePeak(long seed) {
        Sample sample = RandomSamples.draw(seed, 40);
        int peak = sample.peak();
        Random random = new Random(seed);
        for (int shuffle = 0; shuffle < 5; shuffle++) {
            assertThat(sample.shuffled(random).peak())
                    .as("peak, seed %d, shuffle %d", seed, shuffle)
                    .isEqualTo(peak);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void order_repeatedDependencies_changeNothing(long seed) {
        Sample sample = RandomSamples.draw(seed, 60);
        int[][] repeated = Arrays.stream(sample.dependencies())
                .map(list -> Stream.of(list, list).flatMapToInt(IntStream::of).toArray())
                .toArray(int[][]::new);
        assertThat(new Sample(repeated).order()).as("order, seed %d", seed).containsExactly(sample.order());
    }

    /** One size for each kind of effort but the last. */
    @ParameterizedTest(name = "{0} tasks")
    @ValueSource(ints = {600, 1_200, 10_000, 60_000})
    void order_anySize_isValidAndNoWorseThanAsGiven(int size) {
        for (long seed = 0; seed < 6; seed++) {
            assertNoWorseThanAsGiven(RandomSamples.draw(seed, size), seed);
        }
    }

    @Test
    void order_largeGraph_isValidAndNoWorseThanAsGiven() {
        long seed = 3;
        assertNoWorseThanAsGiven(RandomSamples.draw(seed, 400_000), seed);
    }

    private static void assertNoWorseThanAsGiven(Sample sample, long seed) {
        int asGiven = sample.peak(IntStream.range(0, sample.size()).toArray());
        assertThat(sample.peak()).as("peak, seed %d", seed).isLessThanOrEqualTo(asGiven);
        assertThat(sample.shuffled(new Random(seed)).peak())
                .as("peak, shuffled, seed %d", seed)
                .isLessThanOrEqualTo(asGiven);
    }

    @Test
    void order_noTasks_isEmpty() {
        assertThat(new Sample(new int[0][]).order()).isEmpty();
    }

    @Test
    void order_millionLongChain_needsNoStack() {
        int[][] chain = new int[1_000_000][];
        for (int task = 0; task < chain.length; task++) {
            chain[task] = task + 1 < chain.length ? new int[] {task + 1} : new int[0];
        }
        assertThat(new Sample(chain).peak()).isEqualTo(1);
    }
}
