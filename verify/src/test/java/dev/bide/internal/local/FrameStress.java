package dev.bide.internal.local;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.bide.Delayed;
import dev.bide.Task0;
import dev.bide.graph.Plan;
import java.util.Objects;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Results are written plainly; the counts carry them from thread to thread.
 *
 * <pre>
 *   a   b        two arrive at f, and the last sees both results
 *    \ /
 *     f
 *    / \
 *   x   y        two read f's result and let it go
 *    \ /
 *    root
 * </pre>
 */
public final class FrameStress {
    private static final Plan PLAN = plan();
    private static final int A = 0;
    private static final int B = 1;
    private static final int F = 2;
    private static final int X = 3;
    private static final int Y = 4;

    private FrameStress() {}

    private static Plan plan() {
        Task0<Integer> leaf = task(() -> 1);
        Delayed<Integer> f = on(leaf.call(), leaf.call()).call(Integer::sum);
        return Plan.of(on(f.then(x -> x), f.then(x -> x)).call(Integer::sum));
    }

    private static Frame frame() {
        return Frame.first(PLAN, Frame.Sharing.SHARED, null);
    }

    /** What stands for a task, as a number: 0 for nothing. */
    private static int result(Frame frame, int task) {
        return (int) Objects.requireNonNullElse(frame.results.get(task), 0);
    }

    /** What two may see that arrive at the same time: the last of them has both results, the other goes away. */
    @Outcome(id = "0, 3", expect = ACCEPTABLE, desc = "b was last and saw a's")
    @Outcome(id = "3, 0", expect = ACCEPTABLE, desc = "a was last and saw b's")
    @Outcome(expect = FORBIDDEN, desc = "nobody was last, or both, or a result was not seen")
    public static final class LastSeesBoth {
        private LastSeesBoth() {}
    }

    /** The last to arrive goes on with both results. */
    @JCStressTest
    @JCStressMeta(LastSeesBoth.class)
    @State
    public static class Arrivals {
        private final Frame frame = frame();

        private int arrive(int from) {
            frame.results.set(from, from + 1);
            return frame.arrive(F, from) ? result(frame, A) + result(frame, B) : 0;
        }

        @Actor
        public void a(II_Result seen) {
            seen.r1 = arrive(A);
        }

        @Actor
        public void b(II_Result seen) {
            seen.r2 = arrive(B);
        }
    }

    /** The same where each counts down a part of its own: the last has it from the other by way of the parts' count. */
    @JCStressTest
    @JCStressMeta(LastSeesBoth.class)
    @State
    public static class SplitArrivals {
        private static final int[] FAR_APART = {0, 4};

        private final SplitCount missing = SplitCount.of(FAR_APART, 0, FAR_APART.length, 1);
        private final int[] results = new int[2];

        private int arrive(int from) {
            results[from] = from + 1;
            return missing.down(FAR_APART[from]) ? results[A] + results[B] : 0;
        }

        @Actor
        public void a(II_Result seen) {
            seen.r1 = arrive(A);
        }

        @Actor
        public void b(II_Result seen) {
            seen.r2 = arrive(B);
        }
    }

    /** Nobody loses a result that it has not read yet, and the last to read it lets it go. */
    @JCStressTest
    @Outcome(id = "71, 70, 0", expect = ACCEPTABLE, desc = "x was last")
    @Outcome(id = "70, 71, 0", expect = ACCEPTABLE, desc = "y was last")
    @Outcome(expect = FORBIDDEN, desc = "nobody was last, or both, or a result was let go too early or never")
    @State
    public static class Releases {
        private final Frame frame = frame();

        public Releases() {
            frame.results.set(F, 7);
        }

        private int release(int dependent) {
            int read = result(frame, F);
            return 10 * read + (frame.release(F, dependent) ? 1 : 0);
        }

        @Actor
        public void x(III_Result seen) {
            seen.r1 = release(X);
        }

        @Actor
        public void y(III_Result seen) {
            seen.r2 = release(Y);
        }

        @Arbiter
        public void left(III_Result seen) {
            seen.r3 = result(frame, F);
        }
    }

    /** In a graph that grows somebody wants a result just when its last user lets it go: both know whether it is there. */
    @JCStressTest
    @Outcome(id = "true, false, 7", expect = ACCEPTABLE, desc = "wanted in time, and kept")
    @Outcome(id = "false, true, 0", expect = ACCEPTABLE, desc = "let go before")
    @Outcome(expect = FORBIDDEN, desc = "wanted and let go, or kept and nobody's")
    @State
    public static class RetainOrRelease {
        private final Frame frame = Frame.first(PLAN, Frame.Sharing.GROWING, null);

        public RetainOrRelease() {
            frame.results.set(F, 7);
            frame.release(F, X);
        }

        @Actor
        public void wanting(ZZI_Result seen) {
            seen.r1 = frame.retain(F);
        }

        @Actor
        public void last(ZZI_Result seen) {
            seen.r2 = frame.release(F, Y);
        }

        @Arbiter
        public void left(ZZI_Result seen) {
            seen.r3 = result(frame, F);
        }
    }
}
