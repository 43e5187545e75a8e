package dev.bide.internal.local;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Runs that would wait for each other. */
public final class WaitsStress {
    private WaitsStress() {}

    /** A task of each of two runs waits for the other run: that is found out, or both would wait for ever. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the second was refused")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the first was refused")
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "both were refused")
    @Outcome(expect = FORBIDDEN, desc = "they wait for each other")
    @State
    public static class Circle {
        private final LocalRun<String> first = IdleRun.alone();
        private final LocalRun<String> second = IdleRun.alone();

        private static boolean waits(LocalRun<String> in, LocalRun<String> on) {
            try {
                Waits.enter(in.crew.helper(), on);
                return true;
            } catch (IllegalStateException refused) {
                return false;
            }
        }

        @Actor
        public void inFirst(ZZ_Result waiting) {
            waiting.r1 = waits(first, second);
        }

        @Actor
        public void inSecond(ZZ_Result waiting) {
            waiting.r2 = waits(second, first);
        }
    }
}
