package dev.bide.cluster.ignite;

import dev.bide.schedule.Scheduler;
import dev.bide.schedule.SchedulerProvider;
import org.jspecify.annotations.Nullable;

/** What {@code ignite} and {@code ignite(3)} mean on a command line. */
public final class IgniteByName implements SchedulerProvider {
    /** For the service loader. */
    public IgniteByName() {}

    @Override
    public String name() {
        return "ignite";
    }

    /** Joins the workers on this machine; with a number, starts so many of its own, which end with the scheduler. */
    @Override
    public Scheduler start(@Nullable Integer workers) {
        IgniteFlags.check();
        return workers == null ? IgniteScheduler.join() : IgniteScheduler.join(IgniteWorkers.startApart(workers));
    }
}
