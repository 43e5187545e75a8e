package dev.bide.internal.local;

import dev.bide.internal.run.Endings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs that are under way when the JVM shuts down: they are cancelled, and the JVM waits until their tasks have answered
 * their interrupt, as long as the grace time lets them, ten seconds at most.
 */
final class Shutdown {
    private static final Set<LocalRun<?>> RUNS = ConcurrentHashMap.newKeySet();
    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();

    private Shutdown() {}

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::cancelAll, "bide-shutdown"));
        } catch (IllegalStateException already) {
            // The JVM is shutting down: what is started now is not waited for.
        }
    }

    static void watch(LocalRun<?> run) {
        RUNS.add(run);
    }

    static void forget(LocalRun<?> run) {
        RUNS.remove(run);
    }

    private static void cancelAll() {
        long started = System.nanoTime();
        RUNS.forEach(run -> run.ending.cancel(Endings.SHUTDOWN));
        RUNS.forEach(run -> awaitAnswers(
                run, started + Math.min(LONGEST, Waiting.nanos(run.options().grace()))));
    }

    /** A task that asked for the shutdown itself cannot answer before it is over. */
    private static void awaitAnswers(LocalRun<?> run, long end) {
        while (Waiting.left(end) > 0 && run.crew.mayEnd() && !run.ending.awaitUntil(System.nanoTime() + LOOK_AGAIN)) {
            Thread.onSpinWait();
        }
    }
}
