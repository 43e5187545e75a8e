package dev.bide.internal.local;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.bide.schedule.RunOptions;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZL_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Threads come to a run and leave it while it is stopped: the last to leave ends it, or the one who stops it does; no thread
 * takes an interrupt of the run along, and none sleeps through the end or through work.
 */
public final class LeavingStress {
    private LeavingStress() {}

    /** The only thread leaves just when the run is stopped. */
    @JCStressTest
    @Outcome(id = "false, cancelled", expect = ACCEPTABLE, desc = "ended, and the worker's thread is as it was")
    @Outcome(expect = FORBIDDEN, desc = "nobody ended the run, or the worker has kept its interrupt")
    @State
    public static class LastLeaves {
        private final LocalRun<String> run = IdleRun.alone();

        @Actor
        public void worker(ZL_Result seen) {
            seen.r1 = IdleRun.keepsInterrupt(run, run.crew.helper());
        }

        @Actor
        public void user() {
            run.ending.cancel("why not");
        }

        @Arbiter
        public void after(ZL_Result seen) {
            seen.r2 = IdleRun.given(run);
        }
    }

    /** Two threads leave just when the run is stopped: one of them is the last. */
    @JCStressTest
    @Outcome(id = "false, false, cancelled", expect = ACCEPTABLE, desc = "ended, and the threads are as they were")
    @Outcome(expect = FORBIDDEN, desc = "nobody ended the run, or a thread has kept its interrupt")
    @State
    public static class TwoLeave {
        private final LocalRun<String> run = IdleRun.withWorker();

        @Actor
        public void worker(ZZL_Result seen) {
            seen.r1 = IdleRun.keepsInterrupt(run, run.crew.slots()[0]);
        }

        @Actor
        public void helper(ZZL_Result seen) {
            seen.r2 = IdleRun.keepsInterrupt(run, run.crew.helper());
        }

        @Actor
        public void user() {
            run.ending.cancel("why not");
        }

        @Arbiter
        public void after(ZZL_Result seen) {
            seen.r3 = IdleRun.given(run);
        }
    }

    /** A thread whose task failed stops the run from inside, just when another leaves. */
    @JCStressTest
    @Outcome(id = "false, false, failed", expect = ACCEPTABLE, desc = "ended, and the threads are as they were")
    @Outcome(expect = FORBIDDEN, desc = "nobody ended the run, or a thread has kept its interrupt")
    @State
    public static class FailsInside {
        private final LocalRun<String> run = IdleRun.withWorker();

        @Actor
        public void worker(ZZL_Result seen) {
            Slot slot = run.crew.slots()[0];
            run.crew.attach(slot);
            IdleRun.fail(run);
            run.crew.detach(slot);
            seen.r1 = Thread.interrupted();
        }

        @Actor
        public void helper(ZZL_Result seen) {
            seen.r2 = IdleRun.keepsInterrupt(run, run.crew.helper());
        }

        @Arbiter
        public void after(ZZL_Result seen) {
            seen.r3 = IdleRun.given(run);
        }
    }

    /** The grace time is over just when the last thread leaves: the run is ended by one of the two. */
    @JCStressTest
    @Outcome(id = "false, cancelled", expect = ACCEPTABLE, desc = "ended, and the worker's thread is as it was")
    @Outcome(expect = FORBIDDEN, desc = "nobody ended the run, or the worker has kept its interrupt")
    @State
    public static class LastLeavesOrGraceEnds {
        private final LocalRun<String> run =
                IdleRun.withWorker(RunOptions.defaults().grace(Duration.ZERO));

        @Actor
        public void worker(ZL_Result seen) {
            Slot slot = run.crew.slots()[0];
            run.crew.attach(slot);
            slot.begin(0);
            Thread.onSpinWait();
            slot.end();
            run.crew.detach(slot);
            seen.r1 = Thread.interrupted();
        }

        @Actor
        public void user() {
            run.ending.cancel("why not");
        }

        @Arbiter
        public void after(ZL_Result seen) {
            seen.r2 = IdleRun.awaited(run);
        }
    }

    /** A helper goes to sleep just when there is work for it: it wakes, or does not sleep. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "awake")
    @Outcome(expect = FORBIDDEN, desc = "it slept though there was something to do")
    @State
    public static class SleepOrWork {
        private final LocalRun<String> run = IdleRun.withWorker();

        @Actor
        public void helper(Z_Result woken) {
            woken.r1 = IdleRun.wakesInTime(run);
        }

        @Actor
        public void worker() {
            run.enqueue(run.crew.slots()[0], Frame.first(IdleRun.PLAN, Frame.Sharing.SHARED, null), 0);
        }
    }

    /** A helper goes to sleep just when the run ends: it wakes, or does not sleep. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "awake")
    @Outcome(expect = FORBIDDEN, desc = "it slept though the run was over")
    @State
    public static class SleepOrEnd {
        private final LocalRun<String> run = IdleRun.withWorker();

        @Actor
        public void helper(Z_Result woken) {
            woken.r1 = IdleRun.wakesInTime(run);
        }

        @Actor
        public void worker() {
            run.ending.succeed("done");
        }
    }
}
