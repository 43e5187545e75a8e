package dev.bide.internal.local;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Three tasks take a count down, each once, as in a run. The last of them, and only that, hears of it: in a count of one number
 * and in one that is split in parts.
 *
 * <pre>
 *   0   1   2
 *    \  |  /
 *       3
 * </pre>
 */
public class CountsLincheckTest {
    private static final int[] START = {0, 0, 0, 0, 3};
    private static final int[] ROWS = {0, 1, 2};

    private final Counts whole = Counts.of(START);
    private final SplitCount split = SplitCount.of(ROWS, 0, 3, 1);

    @Operation(runOnce = true)
    public boolean firstOfWhole() {
        return whole.down(3, 0);
    }

    @Operation(runOnce = true)
    public boolean secondOfWhole() {
        return whole.down(3, 1);
    }

    @Operation(runOnce = true)
    public boolean thirdOfWhole() {
        return whole.down(3, 2);
    }

    @Operation(runOnce = true)
    public boolean firstOfSplit() {
        return split.down(0);
    }

    @Operation(runOnce = true)
    public boolean secondOfSplit() {
        return split.down(1);
    }

    @Operation(runOnce = true)
    public boolean thirdOfSplit() {
        return split.down(2);
    }

    /** What they should behave like. */
    public static class Plain {
        private int whole = 3;
        private int split = 3;

        public boolean firstOfWhole() {
            return --whole == 0;
        }

        public boolean secondOfWhole() {
            return --whole == 0;
        }

        public boolean thirdOfWhole() {
            return --whole == 0;
        }

        public boolean firstOfSplit() {
            return --split == 0;
        }

        public boolean secondOfSplit() {
            return --split == 0;
        }

        public boolean thirdOfSplit() {
            return --split == 0;
        }
    }

    @Test
    void down_byThreeThreads_isLastOnce() {
        new ModelCheckingOptions()
                .sequentialSpecification(Plain.class)
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(0)
                .actorsAfter(0)
                .iterations(30)
                .invocationsPerIteration(200)
                .check(CountsLincheckTest.class);
    }
}
