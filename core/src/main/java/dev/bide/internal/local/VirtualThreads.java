package dev.bide.internal.local;

import dev.bide.schedule.Scheduler;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

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

    /** {@code newThreadPerTaskExecutor(Thread.ofVirtual().name("bide-virtual-", 1).factory())}. */
    private static ExecutorService executor() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Object named = type.getMethod("name", String.class, long.class).invoke(builder, "bide-virtual-", 1L);
            Object factory = type.getMethod("factory").invoke(named);
            return (ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, factory);
        } catch (ReflectiveOperationException missing) {
            throw new UnsupportedOperationException(
                    "virtualThreads() needs Java 21 or later; this is Java "
                            + Runtime.version().feature()
                            + ". Use threads(n) with as many threads as tasks may wait at once.",
                    missing);
        }
    }
}
