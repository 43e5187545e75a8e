package dev.bide.internal.local;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Task0;
import dev.bide.graph.Plan;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Three at most, as in a run. Of the arrivals at a task the last one, and only that, makes it ready; of the releases of a result the last one, and only
 * that, lets it go.
 *
 * <pre>
 *   a   b   c        three arrive at f
 *    \  |  /
 *       f
 *    /  |  \
 *   x   y   z        three release f's result
 *    \  |  /
 *      root
 * </pre>
 */
public class FrameLincheckTest {
    private static final Plan PLAN = plan();
    private static final int F = 3;

    private final Frame frame = new Frame(PLAN, 0, null, 0);

    private static Plan plan() {
        Task0<Integer> leaf = task(() -> 1);
        Delayed<Integer> f = on(leaf.call(), leaf.call(), leaf.call()).call((a, b, c) -> a + b + c);
        return Plan.of(on(f.then(x -> x), f.then(x -> x), f.then(x -> x)).call((x, y, z) -> x + y + z));
    }

    @Operation
    public boolean arrive() {
        return frame.arrive(F);
    }

    @Operation
    public boolean release() {
        return frame.release(F);
    }

    /** What it should behave like. */
    public static class Counters {
        private int missing = 3;
        private int uses = 3;

        public boolean arrive() {
            return missing == 1 || --missing == 0;
        }

        public boolean release() {
            return uses == 1 || --uses == 0;
        }
    }

    @Test
    void arriveAndRelease_byThreeThreads_areLastOnce() {
        new ModelCheckingOptions()
                .sequentialSpecification(Counters.class)
                .threads(3)
                .actorsPerThread(1)
                .actorsBefore(0)
                .actorsAfter(0)
                .iterations(20)
                .invocationsPerIteration(200)
                .check(FrameLincheckTest.class);
    }
}
