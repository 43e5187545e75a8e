package dev.bide.internal.run;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are under way when the JVM shuts down: they are cancelled, so that nobody waits for them any more, and the
 * JVM waits until those of their tasks that it runs itself have answered their interrupt, and who listens has heard the end.
 */
public final class Shutdown {
    private static final Set<Promise<?>> RUNS = ConcurrentHashMap.newKeySet();

    private static final CountDownLatch TOLD = new CountDownLatch(1);

    private Shutdown() {}

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Shutdown::cancelAll, "bide-shutdown"));
        } catch (IllegalStateException already) {
            TOLD.countDown(); // The JVM is shutting down: what is started now is not waited for.
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
     * Notes that a run has ended, and all who listen have heard it.
     *
     * @param run the run
     */
    public static void forget(Promise<?> run) {
        RUNS.remove(run);
    }

    /**
     * Tells whether a thread has asked the JVM to end: it goes no further until then.
     *
     * @param thread the thread; may be {@code null}
     * @return whether it waits for the end
     */
    public static boolean isAskedBy(@Nullable Thread thread) {
        return thread != null
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals("java.lang.Shutdown"));
    }

    private static void cancelAll() {
        try {
            long now = System.nanoTime();
            RUNS.forEach(run -> run.cancel(Endings.SHUTDOWN));
            RUNS.forEach(run -> run.awaitAnswers(now));
        } finally {
            TOLD.countDown();
        }
    }

    /**
     * Waits, in another hook of a JVM that shuts down, until its runs have been cancelled and have ended, as far as anybody waits
     * for that: what they run on can go now. Returns when interrupted.
     */
    public static void awaitRuns() {
        try {
            TOLD.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
