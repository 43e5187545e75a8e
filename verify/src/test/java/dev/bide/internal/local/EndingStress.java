package dev.bide.internal.local;

import static dev.bide.Bide.task;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.bide.graph.Plan;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZL_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A run ends once, in one way, and all that wait for it learn of the same. */
public final class EndingStress {
    private static final Plan PLAN = Plan.of(task(() -> "unused").call());
    private static final long TOO_LONG = 5_000_000_000L;

    private EndingStress() {}

    private static LocalRun<String> run() {
        return new LocalRun<>(PLAN, RunOptions.defaults(), CallerThread.INSTANCE);
    }

    /** How the run has ended. */
    private static String given(LocalRun<String> run) {
        if (!run.ending.ended()) {
            return "nothing";
        }
        try {
            return run.ending.give();
        } catch (RunCancelledException cancelled) {
            return "cancelled";
        }
    }

    /** The root has its result just when somebody cancels. */
    @JCStressTest
    @Outcome(id = "true, cancelled", expect = ACCEPTABLE, desc = "cancelled, and says so")
    @Outcome(id = "false, done", expect = ACCEPTABLE, desc = "too late to cancel")
    @Outcome(expect = FORBIDDEN, desc = "ended in two ways, or in none")
    @State
    public static class SucceedOrCancel {
        private final LocalRun<String> run = run();

        @Actor
        public void root() {
            run.ending.succeed("done");
        }

        @Actor
        public void user(ZL_Result seen) {
            seen.r1 = run.ending.cancel("why not");
        }

        @Arbiter
        public void after(ZL_Result seen) {
            seen.r2 = given(run);
        }
    }

    /** Two cancel: it was one of them. */
    @JCStressTest
    @Outcome(id = "true, false, cancelled", expect = ACCEPTABLE, desc = "the first")
    @Outcome(id = "false, true, cancelled", expect = ACCEPTABLE, desc = "the second")
    @Outcome(expect = FORBIDDEN, desc = "both, or neither")
    @State
    public static class CancelTwice {
        private final LocalRun<String> run = run();

        @Actor
        public void one(ZZL_Result seen) {
            seen.r1 = run.ending.cancel("one");
        }

        @Actor
        public void other(ZZL_Result seen) {
            seen.r2 = run.ending.cancel("other");
        }

        @Arbiter
        public void after(ZZL_Result seen) {
            seen.r3 = given(run);
        }
    }

    /** Somebody asks for a future, and another waits, while the run ends. */
    @JCStressTest
    @Outcome(id = "done, done", expect = ACCEPTABLE, desc = "both have it")
    @Outcome(expect = FORBIDDEN, desc = "one was forgotten, or told something else")
    @State
    public static class FutureAndWaiter {
        private final LocalRun<String> run = run();
        private CompletableFuture<String> future = new CompletableFuture<>();

        @Actor
        public void root() {
            run.ending.succeed("done");
        }

        @Actor
        public void asker(LL_Result seen) {
            future = run.ending.future();
            run.ending.awaitUntil(Waiting.NEVER);
            seen.r1 = given(run);
        }

        @Arbiter
        public void after(LL_Result seen) {
            seen.r2 = future.getNow("nothing");
        }
    }

    /** The last worker leaves just when the run is stopped: it ends the run, or the one who stops it does. */
    @JCStressTest
    @Outcome(id = "false, cancelled", expect = ACCEPTABLE, desc = "ended, and the worker's thread is as it was")
    @Outcome(expect = FORBIDDEN, desc = "nobody ended the run, or the worker has kept its interrupt")
    @State
    public static class LastWorkerLeaves {
        private final LocalRun<String> run = run();

        @Actor
        public void worker(ZL_Result seen) {
            Slot slot = run.crew.helper();
            run.crew.attach(slot);
            run.crew.detach(slot);
            seen.r1 = Thread.interrupted();
        }

        @Actor
        public void user() {
            run.ending.cancel("why not");
        }

        @Arbiter
        public void after(ZL_Result seen) {
            seen.r2 = given(run);
        }
    }

    /** A helper goes to sleep just when there is work for it: it wakes, or does not sleep. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "awake")
    @Outcome(expect = FORBIDDEN, desc = "it slept though there was something to do")
    @State
    public static class SleepOrWork {
        private final LocalRun<String> run = new LocalRun<>(PLAN, RunOptions.defaults(), new NoHands());

        @Actor
        public void helper(Z_Result woken) {
            woken.r1 = sleepsNotTooLong(run);
        }

        @Actor
        public void worker() {
            run.enqueue(run.crew.slots()[0], Frame.first(PLAN, Frame.Sharing.SHARED), 0);
        }
    }

    /** A helper goes to sleep just when the run ends: it wakes, or does not sleep. */
    @JCStressTest
    @Outcome(id = "true", expect = ACCEPTABLE, desc = "awake")
    @Outcome(expect = FORBIDDEN, desc = "it slept though the run was over")
    @State
    public static class SleepOrEnd {
        private final LocalRun<String> run = new LocalRun<>(PLAN, RunOptions.defaults(), new NoHands());

        @Actor
        public void helper(Z_Result woken) {
            woken.r1 = sleepsNotTooLong(run);
        }

        @Actor
        public void worker() {
            run.ending.succeed("done");
        }
    }

    /** Until something wakes it, which it must. */
    private static boolean sleepsNotTooLong(LocalRun<String> run) {
        long deadline = System.nanoTime() + TOO_LONG;
        run.ending.sleepHelper(deadline);
        return System.nanoTime() < deadline;
    }
}
