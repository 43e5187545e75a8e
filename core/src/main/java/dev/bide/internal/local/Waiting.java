package dev.bide.internal.local;

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

    static boolean until(LocalRun<?> run, long deadline) {
        Slot inside = Slot.current();
        if (inside != null && inside.worksFor(run)) {
            throw new IllegalStateException("a task waits for the run that it is part of, and so for itself."
                    + " Pass the Delayed that it needs as an argument instead.");
        }
        Slot helper = inside == null ? null : run.crew.claimHelper();
        if (helper != null) {
            help(run, helper, deadline);
            run.crew.returnHelper();
        } else {
            spin(run);
        }
        return run.ending.ended() || run.ending.awaitUntil(deadline);
    }

    /** Short graphs are over before a thread could be put to sleep and woken. */
    private static void spin(LocalRun<?> run) {
        for (int i = 0; i < SPINS && !run.ending.ended(); i++) {
            Thread.onSpinWait();
        }
    }

    private static void help(LocalRun<?> run, Slot slot, long deadline) {
        while (!run.stopped() && System.nanoTime() - deadline < 0) {
            run.crew.work(slot);
            if (Thread.currentThread().isInterrupted()) {
                run.ending.cancel(LocalRun.INTERRUPTED);
            } else if (!run.stopped()) {
                run.ending.sleepHelper(deadline);
            }
        }
    }

    /** A time that never comes: far enough away, and near enough for the clock's arithmetic. */
    static long never() {
        return System.nanoTime() + (Long.MAX_VALUE >> 1);
    }
}
