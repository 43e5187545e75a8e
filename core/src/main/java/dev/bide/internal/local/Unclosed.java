package dev.bide.internal.local;

import dev.bide.graph.Plan;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler that many share, and that nobody may close.
 *
 * @param scheduler the scheduler
 */
record Unclosed(Scheduler scheduler) implements Scheduler {
    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        return scheduler.start(plan, options);
    }

    @Override
    public void close() {
        // Others use it.
    }

    @Override
    public String toString() {
        return scheduler.toString();
    }
}
