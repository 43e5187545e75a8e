package dev.bide.remote.driver;

import dev.bide.graph.Plan;
import dev.bide.remote.WorkerPool;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Runs graphs on the workers of a pool. Functions, arguments and results travel as bytes, from worker to worker where they can;
 * only what a run is asked for comes to this JVM, and what something was put around, as a store is.
 *
 * <p>What is weaker here than on threads: a task runs at least once, for one whose worker is lost is run again. A result
 * arrives as an equal object, not as the same one. A {@link dev.bide.graph.Limit} counts the tasks of all runs that were
 * started in this JVM, not those that a task starts on a worker. {@code RunOptions.spill} does nothing.
 *
 * <p>Functions and plain arguments are made into bytes when a run is started: what cannot be sent is refused there.
 */
public final class RemoteScheduler implements Scheduler {
    private final Driver driver;
    private final String name;

    private RemoteScheduler(Driver driver, String name) {
        this.driver = driver;
        this.name = name;
    }

    /**
     * Makes a scheduler.
     *
     * @param pool where the workers come from; closed with the scheduler
     * @param options what is chosen
     * @return the scheduler; runs wait until there are workers
     */
    public static RemoteScheduler over(WorkerPool pool, RemoteOptions options) {
        Driver driver = new Driver(pool, options);
        driver.begin();
        return new RemoteScheduler(driver, pool.toString());
    }

    /**
     * Starts a run.
     *
     * @throws IllegalArgumentException if a function or an argument cannot be sent; it says which and why
     */
    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        return driver.start(plan, options);
    }

    /**
     * Tells what happened to a task of the runs under way, and what it waits for.
     *
     * @param key its key
     * @return some lines for each run that has such a task
     */
    public String story(String key) {
        return driver.story(key);
    }

    /** Cancels all runs, ends the workers that were started for this scheduler. */
    @Override
    public void close() {
        driver.close();
    }

    /** Shows where the workers come from. */
    @Override
    public String toString() {
        return name;
    }
}
