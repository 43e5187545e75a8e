package dev.bide.remote.driver;

import dev.bide.internal.run.Endings;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The runs that are under way when the JVM shuts down: they are cancelled, so that nobody waits for them any more. */
final class Shutdown {
    private static final Set<RemoteRun<?>> RUNS = ConcurrentHashMap.newKeySet();

    private Shutdown() {}

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::cancelAll, "bide-remote-shutdown"));
        } catch (IllegalStateException already) {
            // The JVM is shutting down: what is started now is not waited for.
        }
    }

    static void watch(RemoteRun<?> run) {
        RUNS.add(run);
    }

    static void forget(RemoteRun<?> run) {
        RUNS.remove(run);
    }

    private static void cancelAll() {
        RUNS.forEach(run -> run.cancel(Endings.SHUTDOWN));
    }
}
