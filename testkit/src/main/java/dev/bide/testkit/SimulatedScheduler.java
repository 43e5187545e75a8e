package dev.bide.testkit;

import dev.bide.graph.Plan;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Runs graphs in the caller's thread as {@link dev.bide.remote.Brain} lets the workers of a {@link SimulatedPool} run them.
 * A run makes progress while somebody waits for it.
 */
public final class SimulatedScheduler implements Scheduler {
    private final SimulatedPool pool;

    /**
     * Makes a scheduler.
     *
     * @param pool where to run graphs
     */
    public SimulatedScheduler(SimulatedPool pool) {
        this.pool = pool;
    }

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        return new SimulatedRun<>(pool, pool.start(plan, options));
    }

    /** Does nothing: nothing is held but memory. */
    @Override
    public void close() {}
}
