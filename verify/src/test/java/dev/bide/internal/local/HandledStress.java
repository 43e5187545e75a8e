package dev.bide.internal.local;

import static dev.bide.Bide.task;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.bide.graph.Handling;
import dev.bide.graph.Limit;
import dev.bide.graph.Plan;
import dev.bide.schedule.RunOptions;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A task that waits for a place, or has a time limit, just when its run is stopped or its place comes. */
public final class HandledStress {
    private static final Plan PLAN = Plan.of(task(() -> "unused").call());

    private HandledStress() {}

    private static LocalRun<String> run() {
        return new LocalRun<>(PLAN, RunOptions.defaults().handling(Handling.NONE.retry(0)), new NoHands());
    }

    private static HandledTask handled(LocalRun<String> run, Limit limit) {
        return new HandledTask(run, Frame.first(PLAN, Frame.Sharing.SHARED, null), 0, Handling.NONE.limit(limit));
    }

    /** A task asks for the place that another has, just when that one gives it back and the run is stopped. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "the place is back, and nobody waits for it")
    @Outcome(expect = FORBIDDEN, desc = "a place was lost, given back twice, or is waited for by a run that is over")
    @State
    public static class ParkOrStop {
        private final Limit limit = Limit.of("one", 1);
        private final LocalRun<String> run = run();
        private final HandledTask task = handled(run, limit);

        public ParkOrStop() {
            limit.enter(() -> {});
        }

        @Actor
        public void worker() {
            if (task.place.enter()) {
                task.place.leave();
            }
        }

        @Actor
        public void other() {
            limit.leave();
        }

        @Actor
        public void user() {
            run.ending.cancel("why not");
        }

        @Arbiter
        public void after(II_Result seen) {
            seen.r1 = limit.taken();
            seen.r2 = limit.waiting();
        }
    }

    /** A place is handed to a parked task: it comes back, once, and has the place. */
    @JCStressTest
    @Outcome(id = "1, true", expect = ACCEPTABLE, desc = "it has the place: at once, or it has come back")
    @Outcome(expect = FORBIDDEN, desc = "it sleeps though the place is its own")
    @State
    public static class ParkOrGrant {
        private final Limit limit = Limit.of("one", 1);
        private final LocalRun<String> run = run();
        private final HandledTask task = handled(run, limit);
        private boolean atOnce;

        public ParkOrGrant() {
            limit.enter(() -> {});
        }

        @Actor
        public void worker() {
            atOnce = task.place.enter();
        }

        @Actor
        public void other() {
            limit.leave();
        }

        @Arbiter
        public void after(IZ_Result seen) {
            seen.r1 = limit.taken();
            seen.r2 = atOnce || run.ready.poll(run.crew.slots()[0]) == task.id();
        }
    }

    /** An attempt ends just when its time is up: the thread goes on without the interrupt. */
    @JCStressTest
    @Outcome(id = "false", expect = ACCEPTABLE, desc = "its thread is as it was")
    @Outcome(expect = FORBIDDEN, desc = "an interrupt was left behind, or came later")
    @State
    public static class EndOrTimeUp {
        private final LocalRun<String> run = run();
        private final HandledTask task = handled(run, Limit.of("one", 1));

        @Actor
        public void worker(Z_Result seen) {
            Slot slot = run.crew.slots()[0];
            slot.enter();
            TimedAttempt attempt = TimedAttempt.begin(slot, Duration.ofNanos(1), task);
            attempt.end();
            seen.r1 = Thread.interrupted();
            slot.leave();
            slot.forget();
        }

        @Actor
        public void user() {
            // The timer's thread is the other.
        }
    }
}
