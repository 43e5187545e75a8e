package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.graph.Plan;
import dev.bide.schedule.Progress;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.ManualExecutor;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs on a manual executor. Whoever waits for a run lets all runs go on, one piece of work after the other, in an order that
 * a seed decides: a deterministic interleaving of runs.
 */
final class DrivenScheduler implements Scheduler {
    private final ManualExecutor executor = new ManualExecutor();
    private final Scheduler scheduler = Schedulers.on(executor);
    private final Random random;

    DrivenScheduler(long seed) {
        random = new Random(seed);
    }

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        return new Driven<>(scheduler.start(plan, options));
    }

    @Override
    public void close() {
        scheduler.close();
    }

    /** A run that goes on while somebody waits for it. */
    private final class Driven<T extends @Nullable Object> implements Run<T> {
        private final Run<T> run;

        Driven(Run<T> run) {
            this.run = run;
        }

        @Override
        public T get() {
            executor.runAll(random);
            return run.get();
        }

        @Override
        public T get(Duration timeout) throws TimeoutException {
            executor.runAll(random);
            return run.get(timeout);
        }

        @Override
        public boolean cancel() {
            return run.cancel();
        }

        @Override
        public boolean isDone() {
            return run.isDone();
        }

        @Override
        public CompletableFuture<T> toCompletableFuture() {
            return run.toCompletableFuture();
        }

        @Override
        public @Nullable Object rerun(String key) throws Exception {
            return run.rerun(key);
        }

        @Override
        public Plan plan() {
            return run.plan();
        }

        @Override
        public RunOptions options() {
            return run.options();
        }

        @Override
        public Progress progress() {
            return run.progress();
        }
    }
}
