package dev.bide.testkit;

import dev.bide.graph.Plan;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler whose every run is heard by {@link RunInvariants}, so that a test ends with one question: {@link #check}.
 *
 * <p>Very large graphs are run unheard, because what is known of each task would fill the heap.
 */
public final class WatchedScheduler implements Scheduler {
    private static final int LARGE = 300_000;

    private final Scheduler watched;
    private final Duration clockError;
    private final List<Watch> watches = new ArrayList<>();

    /** A run and who hears it. */
    private record Watch(Run<?> run, RunInvariants inTurn, RunInvariants atOnce) {
        void check() {
            inTurn.check(run.progress());
            atOnce.check();
        }
    }

    /**
     * Watches a scheduler.
     *
     * @param watched runs everything
     */
    public WatchedScheduler(Scheduler watched) {
        this(watched, Duration.ZERO);
    }

    /**
     * Watches a scheduler whose workers have clocks of their own.
     *
     * @param watched runs everything
     * @param clockError how far times of different workers may be off each other
     */
    public WatchedScheduler(Scheduler watched, Duration clockError) {
        this.watched = watched;
        this.clockError = clockError;
    }

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        if (plan.size() > LARGE) {
            return watched.start(plan, options);
        }
        RunInvariants inTurn = RunInvariants.inTurn(clockError);
        RunInvariants atOnce = RunInvariants.atOnce(clockError);
        Run<T> run = watched.start(plan, options.listener(inTurn).listener(atOnce));
        synchronized (watches) {
            watches.add(new Watch(run, inTurn, atOnce));
        }
        return run;
    }

    /**
     * Checks every run that was started since the last check.
     *
     * @throws AssertionError if one has not ended, or broke an invariant
     */
    public void check() {
        List<Watch> all;
        synchronized (watches) {
            all = List.copyOf(watches);
            watches.clear();
        }
        for (Watch watch : all) {
            watch.check();
        }
    }

    /** What runs everything. */
    Scheduler watched() {
        return watched;
    }

    @Override
    public void close() {
        watched.close();
    }

    /** Shows the scheduler that is watched. */
    @Override
    public String toString() {
        return watched.toString();
    }
}
