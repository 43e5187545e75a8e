package dev.bide.examples;

import dev.bide.graph.Plan;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import org.jspecify.annotations.Nullable;

/** Somebody else's scheduler: closing this one leaves it open. */
record Lent(Scheduler owner) implements Scheduler {
    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        return owner.start(plan, options);
    }

    @Override
    public void close() {
        // Who made it may go on with it.
    }

    @Override
    public String toString() {
        return owner.toString();
    }
}
