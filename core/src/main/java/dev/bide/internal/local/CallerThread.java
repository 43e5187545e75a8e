package dev.bide.internal.local;

import dev.bide.graph.Plan;
import dev.bide.internal.run.Deadline;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import org.jspecify.annotations.Nullable;

/** The scheduler that runs everything on the thread that asks, in the priority order. */
public final class CallerThread implements Scheduler, Hands {
    /** There is nothing to close and nothing to share, so one is enough. */
    public static final CallerThread INSTANCE = new CallerThread();

    private CallerThread() {}

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        LocalRun<T> run = new LocalRun<>(plan, options, this);
        Slot slot = run.crew.helper();
        try {
            if (run.crew.attach(slot)) {
                run.begin(slot);
                run.work(slot, Deadline.NEVER);
                run.failIfStuck();
            }
        } finally {
            run.crew.detach(slot);
            if (run.callerInterrupted()) {
                Thread.currentThread().interrupt();
            }
        }
        return run;
    }

    @Override
    public Ready readyFor(LocalRun<?> run) {
        return run.alone() ? new OneByOne(run) : new InOrder(run);
    }

    @Override
    public boolean alone() {
        return true;
    }

    @Override
    public int workers() {
        return 0;
    }

    @Override
    public void wake(LocalRun<?> run) {
        // The caller is awake.
    }

    @Override
    public void part(LocalRun<?> run) {
        // The caller leaves by itself.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public String toString() {
        return "sync";
    }
}
