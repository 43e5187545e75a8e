package dev.bide;

import dev.bide.internal.local.CallerThread;
import dev.bide.internal.local.Defaults;
import dev.bide.internal.local.SharedThreads;
import dev.bide.internal.local.ThreadPool;
import dev.bide.internal.local.VirtualThreads;
import dev.bide.schedule.Scheduler;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Where graphs run. All schedulers give the same results; they differ in where the tasks run and how many at a time. */
public final class Schedulers {
    private Schedulers() {}

    /**
     * Runs on the thread that asks, one task at a time, exactly in the order of {@link dev.bide.order.Order}. For
     * debugging, and for graphs too small to share.
     *
     * @return the one such scheduler; closing it does nothing
     */
    public static Scheduler sync() {
        return CallerThread.INSTANCE;
    }

    /**
     * Runs on as many threads as the machine has processors. They are daemon threads, shared by all who ask here, and end
     * when they have been idle for some seconds.
     *
     * @return the one such scheduler; closing it does nothing
     */
    public static Scheduler threads() {
        return Defaults.threads();
    }

    /**
     * Runs on a number of threads. They are daemon threads, start when needed, and end when they have been idle for some
     * seconds.
     *
     * @param threads how many, from 1 to 32767
     * @return a new scheduler
     * @throws IllegalArgumentException if {@code threads} is less or more
     */
    public static Scheduler threads(int threads) {
        return new ThreadPool(threads);
    }

    /**
     * Runs each task that is ready on a virtual thread, any number at a time: for tasks that wait.
     *
     * @return a new scheduler
     * @throws UnsupportedOperationException if this JVM has no virtual threads; they came with Java 21
     */
    public static Scheduler virtualThreads() {
        return VirtualThreads.scheduler();
    }

    /**
     * Runs on the threads of an executor, at most as many at a time as it has, or as the machine has processors if it does
     * not say. The executor stays the caller's: closing the scheduler does not close it.
     *
     * <p>A job of the executor that is no task of Bide's must not wait for a run on it: it holds a thread that the run may
     * need. Tasks may, for a task that waits works for the run meanwhile.
     *
     * @param executor whose threads to use
     * @return a new scheduler
     */
    public static Scheduler on(ExecutorService executor) {
        return SharedThreads.of(Objects.requireNonNull(executor, "the executor is null"));
    }

    /**
     * Gives the scheduler of {@code compute()} without one: the one set by {@link #setDefault}, else the one named by the
     * environment variable {@code BIDE_SCHEDULER}, else by the system property {@code bide.scheduler}, else
     * {@link #threads()}. Names are {@code sync}, {@code threads}, {@code threads(8)} and {@code virtualThreads}, and those of
     * the modules that are there: {@code processes}, {@code processes(4)}, {@code ignite}.
     *
     * @return the default
     * @throws IllegalArgumentException if the name is none of these
     */
    public static Scheduler defaultScheduler() {
        return Defaults.scheduler();
    }

    /**
     * Sets the scheduler of {@code compute()} without one, for the whole program.
     *
     * @param scheduler the new default, or {@code null} to go back to what the environment says
     */
    public static void setDefault(@Nullable Scheduler scheduler) {
        Defaults.set(scheduler);
    }

    /**
     * Gives the scheduler with a name, as {@link #defaultScheduler} reads it.
     *
     * @param name the name
     * @return the scheduler
     * @throws IllegalArgumentException if there is none with this name
     */
    public static Scheduler named(String name) {
        return Defaults.named(name);
    }

    /** Inside a task the scheduler that runs it, elsewhere the default. */
    static Scheduler current() {
        return Defaults.current();
    }
}
