package dev.bide.internal.local;

import dev.bide.schedule.Scheduler;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, found by reflection because Bide runs on JVMs without them too. */
public final class VirtualThreads {
    private VirtualThreads() {}

    /**
     * Makes a scheduler with a virtual thread for each task that is ready.
     *
     * @return the scheduler
     * @throws UnsupportedOperationException if this JVM has none
     */
    public static Scheduler scheduler() {
        ExecutorService executor = executor();
        return new SharedThreads(executor, Integer.MAX_VALUE, "virtualThreads", executor::shutdown);
    }

    private static ExecutorService executor() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException | UnsupportedOperationException missing) {
            throw new UnsupportedOperationException(
                    "virtualThreads() needs Java 21 or later; this is Java "
                            + Runtime.version().feature()
                            + ". Use threads(n) with as many threads as tasks may wait at once.",
                    missing);
        }
    }
}
