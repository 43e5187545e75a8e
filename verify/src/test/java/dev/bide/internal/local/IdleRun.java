package dev.bide.internal.local;

import static dev.bide.Bide.task;

import dev.bide.graph.Plan;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs of one task that nobody runs: what happens to them is what a test does. */
final class IdleRun {
    static final Plan PLAN = Plan.of(task(() -> "unused").call());

    private static final long TOO_LONG = Duration.ofSeconds(5).toNanos();
    private static final List<Attempt> ATTEMPTS =
            List.of(new Attempt(1, "worker", null, new IllegalStateException("thrown by the task")));

    private IdleRun() {}

    /** A run that has a slot for a thread that helps, and no other. */
    static LocalRun<String> alone() {
        return new LocalRun<>(PLAN, RunOptions.defaults(), CallerThread.INSTANCE);
    }

    /** A run that has a slot for a worker too. */
    static LocalRun<String> withWorker() {
        return withWorker(RunOptions.defaults());
    }

    static LocalRun<String> withWorker(RunOptions options) {
        return new LocalRun<>(PLAN, options, new NoHands());
    }

    /** The task throws. */
    static void fail(LocalRun<String> run) {
        run.failures().note(Frame.first(PLAN, Frame.Sharing.SHARED, null), 0, ATTEMPTS, 1);
        run.ending.stop();
    }

    /** A thread comes to work and leaves, and tells whether it has kept an interrupt that was the run's. */
    static boolean keepsInterrupt(LocalRun<String> run, Slot slot) {
        run.crew.attach(slot);
        run.crew.detach(slot);
        return Thread.interrupted();
    }

    /** How the run has ended; a deadline may still be about to end it. */
    static String awaited(LocalRun<String> run) {
        run.ending.awaitUntil(System.nanoTime() + TOO_LONG);
        return given(run);
    }

    /** How the run has ended. */
    static String given(LocalRun<String> run) {
        if (!run.ending.ended()) {
            return "nothing";
        }
        try {
            return run.ending.give();
        } catch (RuntimeException ended) {
            return named(ended);
        }
    }

    /** How a future of the run has ended. Not by its join, which on newer JDKs wraps a cancellation in another. */
    static String given(CompletableFuture<String> future) {
        return future.isDone()
                ? future.handle((value, ended) -> ended == null ? value : named(ended))
                        .join()
                : "nothing";
    }

    private static String named(Throwable ended) {
        if (ended instanceof TaskFailedException) {
            return "failed";
        }
        boolean late = String.valueOf(ended.getMessage()).contains("deadline");
        return ended instanceof RunCancelledException ? late ? "late" : "cancelled" : ended.toString();
    }

    /** A helper sleeps until something wakes it, which it must; tells whether it was in time. */
    static boolean wakesInTime(LocalRun<String> run) {
        long deadline = System.nanoTime() + TOO_LONG;
        run.ending.sleepHelper(deadline);
        return System.nanoTime() < deadline;
    }
}
