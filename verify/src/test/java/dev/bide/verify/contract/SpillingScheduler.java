package dev.bide.verify.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.graph.Plan;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Has every run put all its results out of memory that no call needs at the moment; a run that is over has left nothing. */
final class SpillingScheduler implements Scheduler {
    private final Scheduler scheduler;
    private final AtomicLong put = new AtomicLong();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    SpillingScheduler(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        ShelvedSpill spill = new ShelvedSpill(put);
        Run<T> run = scheduler.start(plan, options.spill(spill));
        CompletableFuture<?> unused =
                run.toCompletableFuture().whenComplete((result, failure) -> wrong.addAll(spill.wrong()));
        return run;
    }

    /** How many results of all runs were put out of memory. */
    long put() {
        return put.get();
    }

    @Override
    public void close() {
        scheduler.close();
        assertThat(wrong).isEmpty();
    }
}
