package dev.bide.store;

import dev.bide.graph.Plan;
import dev.bide.graph.TaskOptions;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import org.jspecify.annotations.Nullable;

/** Runs plans on another scheduler, after it has rewritten them so that their tasks look up and save what is to be stored. */
final class Resuming implements Scheduler {
    private final Store store;
    private final Scheduler scheduler;

    Resuming(Store store, Scheduler scheduler) {
        this.store = store;
        this.scheduler = scheduler;
    }

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        return scheduler.start(concerns(plan) ? new StoredRun(store).of(plan) : plan, options);
    }

    /** Whether there is something to store, or may be once the graph has grown. */
    private static boolean concerns(Plan plan) {
        for (int task = 0; task < plan.size(); task++) {
            if (plan.expands(task) || isToStore(plan.recipe(task).options())) {
                return true;
            }
        }
        return false;
    }

    static boolean isToStore(TaskOptions options) {
        return options.stored() || options.pure();
    }

    @Override
    public void close() {
        scheduler.close();
    }

    /** Shows where it runs. */
    @Override
    public String toString() {
        return scheduler.toString();
    }
}
