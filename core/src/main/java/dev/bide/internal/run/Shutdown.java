package dev.bide.internal.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs that are under way when the JVM shuts down: they are cancelled, so that nobody waits for them any more, and the
 * JVM waits until those of their tasks that it runs itself have answered their interrupt.
 */
public final class Shutdown {
    private static final Set<Promise<?>> RUNS = ConcurrentHashMap.newKeySet();

    private Shutdown() {}

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::cancelAll, "bide-shutdown"));
        } catch (IllegalStateException already) {
            // The JVM is shutting down: what is started now is not waited for.
        }
    }

    /**
     * Notes that a run is under way.
     *
     * @param run the run
     */
    public static void watch(Promise<?> run) {
        RUNS.add(run);
    }

    /**
     * Notes that a run has ended.
     *
     * @param run the run
     */
    public static void forget(Promise<?> run) {
        RUNS.remove(run);
    }

    private static void cancelAll() {
        long now = System.nanoTime();
        RUNS.forEach(run -> run.cancel(Endings.SHUTDOWN));
        RUNS.forEach(run -> run.awaitAnswers(now));
    }
}
