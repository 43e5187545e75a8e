package dev.bide.process;

import dev.bide.schedule.Scheduler;
import dev.bide.schedule.SchedulerProvider;
import org.jspecify.annotations.Nullable;

/** What {@code processes} and {@code processes(4)} mean on a command line. */
public final class ProcessesByName implements SchedulerProvider {
    /** For the service loader. */
    public ProcessesByName() {}

    @Override
    public String name() {
        return "processes";
    }

    /** Starts as many workers as were asked for, else as many as the machine has processors. */
    @Override
    public Scheduler start(@Nullable Integer workers) {
        return Processes.start(workers == null ? Runtime.getRuntime().availableProcessors() : workers);
    }
}
