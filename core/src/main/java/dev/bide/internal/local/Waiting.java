package dev.bide.internal.local;

import dev.bide.internal.run.Deadline;
import dev.bide.internal.run.Endings;

/**
 * How a thread waits for a run: a thread from outside sleeps, a thread that is running a task works for the run meanwhile.
 *
 * <p>Because of that, {@code compute()} inside a task cannot run a pool dry: any task of the inner run that is queued is
 * found by the thread that waits for it, and any that is not queued is being run by another thread, which by the same
 * argument gets on. One helper a run is enough.
 */
final class Waiting {
    private static final int SPINS = 200;

    private Waiting() {}

    /** Left alone, a run that nobody has the stack to wait for might go deeper on another thread, for ever. */
    static boolean until(LocalRun<?> run, long deadline) {
        try {
            return overBy(run, deadline);
        } catch (StackOverflowError tooDeep) {
            run.cancel();
            throw tooDeep;
        }
    }

    private static boolean overBy(LocalRun<?> run, long deadline) {
        Slot inside = Slot.current();
        if (inside == null || run.ending.ended()) {
            spin(run);
            return run.ending.awaitUntil(deadline);
        }
        Waits.enter(inside, run);
        try {
            Slot helper = run.crew.claimHelper();
            if (helper != null) {
                helpAndReturn(run, helper, deadline);
            }
            return run.ending.awaitUntil(deadline);
        } finally {
            Waits.leave(inside, run);
        }
    }

    private static void helpAndReturn(LocalRun<?> run, Slot helper, long deadline) {
        try {
            help(run, helper, deadline);
        } finally {
            run.crew.returnHelper();
        }
    }

    /** Short graphs are over before a thread could be put to sleep and woken. */
    private static void spin(LocalRun<?> run) {
        for (int i = 0; i < SPINS && !run.ending.ended(); i++) {
            Thread.onSpinWait();
        }
    }

    private static void help(LocalRun<?> run, Slot slot, long deadline) {
        while (!run.stopped() && Deadline.left(deadline) > 0) {
            run.crew.work(slot, deadline);
            if (Thread.currentThread().isInterrupted()) {
                run.ending.cancel(Endings.INTERRUPTED);
            } else if (!run.stopped()) {
                run.ending.sleepHelper(deadline);
            }
        }
    }
}
