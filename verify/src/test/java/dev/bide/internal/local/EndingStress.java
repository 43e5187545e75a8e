package dev.bide.internal.local;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.bide.internal.run.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZL_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;

/** A run ends once, in one way, and all that wait for it learn of the same. */
public final class EndingStress {
    private static final Duration AT_ONCE = Duration.ofNanos(1);

    private EndingStress() {}

    /** The root has its result just when somebody cancels. */
    @JCStressTest
    @Outcome(id = "true, cancelled", expect = ACCEPTABLE, desc = "cancelled, and says so")
    @Outcome(id = "false, done", expect = ACCEPTABLE, desc = "too late to cancel")
    @Outcome(expect = FORBIDDEN, desc = "ended in two ways, or in none")
    @State
    public static class SucceedOrCancel {
        private final LocalRun<String> run = IdleRun.alone();

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
            seen.r2 = IdleRun.given(run);
        }
    }

    /** The root has its result just when another task fails. */
    @JCStressTest
    @Outcome(id = "done, done", expect = ACCEPTABLE, desc = "the root was faster")
    @Outcome(id = "failed, failed", expect = ACCEPTABLE, desc = "the failure was faster")
    @Outcome(expect = FORBIDDEN, desc = "ended in two ways, or in none")
    @State
    public static class SucceedOrFail {
        private final LocalRun<String> run = IdleRun.alone();
        private final CompletableFuture<String> future = run.ending.future();

        @Actor
        public void root() {
            run.ending.succeed("done");
        }

        @Actor
        public void worker() {
            IdleRun.fail(run);
        }

        @Arbiter
        public void after(LL_Result seen) {
            seen.r1 = IdleRun.given(run);
            seen.r2 = IdleRun.given(future);
        }
    }

    /** A task fails just when somebody cancels. */
    @JCStressTest
    @Outcome(id = "true, cancelled", expect = ACCEPTABLE, desc = "cancelled, and says so")
    @Outcome(id = "false, failed", expect = ACCEPTABLE, desc = "too late to cancel")
    @Outcome(expect = FORBIDDEN, desc = "ended in two ways, or in none")
    @State
    public static class FailOrCancel {
        private final LocalRun<String> run = IdleRun.alone();

        @Actor
        public void worker() {
            IdleRun.fail(run);
        }

        @Actor
        public void user(ZL_Result seen) {
            seen.r1 = run.ending.cancel("why not");
        }

        @Arbiter
        public void after(ZL_Result seen) {
            seen.r2 = IdleRun.given(run);
        }
    }

    /** Two cancel: it was one of them. */
    @JCStressTest
    @Outcome(id = "true, false, cancelled", expect = ACCEPTABLE, desc = "the first")
    @Outcome(id = "false, true, cancelled", expect = ACCEPTABLE, desc = "the second")
    @Outcome(expect = FORBIDDEN, desc = "both, or neither")
    @State
    public static class CancelTwice {
        private final LocalRun<String> run = IdleRun.alone();

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
            seen.r3 = IdleRun.given(run);
        }
    }

    /** The deadline comes just when somebody cancels. */
    @JCStressTest
    @Outcome(id = "true, cancelled", expect = ACCEPTABLE, desc = "cancelled, and says so")
    @Outcome(id = "false, late", expect = ACCEPTABLE, desc = "the deadline was faster")
    @Outcome(expect = FORBIDDEN, desc = "ended in two ways, or in none")
    @State
    public static class ExpireOrCancel {
        private final LocalRun<String> run = IdleRun.alone();

        @Actor
        public void starter() {
            run.ending.expireAfter(AT_ONCE);
        }

        @Actor
        public void user(ZL_Result seen) {
            seen.r1 = run.ending.cancel("why not");
        }

        @Arbiter
        public void after(ZL_Result seen) {
            seen.r2 = IdleRun.awaited(run);
        }
    }

    /** The deadline comes just when the root has its result. */
    @JCStressTest
    @Outcome(id = "done, done", expect = ACCEPTABLE, desc = "in time")
    @Outcome(id = "late, late", expect = ACCEPTABLE, desc = "the deadline was faster")
    @Outcome(expect = FORBIDDEN, desc = "ended in two ways, or in none")
    @State
    public static class SucceedOrExpire {
        private final LocalRun<String> run = IdleRun.alone();

        @Actor
        public void starter() {
            run.ending.expireAfter(AT_ONCE);
        }

        @Actor
        public void root() {
            run.ending.succeed("done");
        }

        @Arbiter
        public void after(LL_Result seen) {
            seen.r1 = IdleRun.awaited(run);
            seen.r2 = IdleRun.given(run.ending.future());
        }
    }

    /** Somebody asks for a future, and another waits, while the run ends. */
    @JCStressTest
    @Outcome(id = "done, done", expect = ACCEPTABLE, desc = "both have it")
    @Outcome(expect = FORBIDDEN, desc = "one was forgotten, or told something else")
    @State
    public static class FutureAndWaiter {
        private final LocalRun<String> run = IdleRun.alone();
        private CompletableFuture<String> future = new CompletableFuture<>();

        @Actor
        public void root() {
            run.ending.succeed("done");
        }

        @Actor
        public void asker(LL_Result seen) {
            future = run.ending.future();
            run.ending.awaitUntil(Deadline.NEVER);
            seen.r1 = IdleRun.given(run);
        }

        @Arbiter
        public void after(LL_Result seen) {
            seen.r2 = IdleRun.given(future);
        }
    }
}
