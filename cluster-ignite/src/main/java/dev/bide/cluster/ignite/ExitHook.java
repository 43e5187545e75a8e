package dev.bide.cluster.ignite;

import dev.bide.internal.run.Shutdown;

/** Ends something when this JVM ends before it was ended in order: after the runs, which need it until then. */
final class ExitHook {
    private final Thread thread;

    private ExitHook(Thread thread) {
        this.thread = thread;
    }

    static ExitHook of(AutoCloseable what) {
        Thread thread = new Thread(() -> end(what), "bide-ignite-exit");
        try {
            Runtime.getRuntime().addShutdownHook(thread);
        } catch (IllegalStateException ending) {
            // What begins now goes with the JVM.
        }
        return new ExitHook(thread);
    }

    private static void end(AutoCloseable what) {
        Shutdown.awaitRuns();
        try {
            what.close();
        } catch (Exception e) {
            System.getLogger(ExitHook.class.getName()).log(System.Logger.Level.DEBUG, "could not be ended in order", e);
        }
    }

    /** It has been ended in order. */
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException ending) {
            // This is that hook.
        }
    }
}
