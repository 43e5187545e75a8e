package dev.bide.testkit;

import dev.bide.graph.Plan;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.Progress;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A run of a {@link SimulatedScheduler}. */
final class SimulatedRun<T extends @Nullable Object> implements Run<T> {
    private final SimulatedPool pool;
    private final int number;
    private final SimulatedGraph graph;

    SimulatedRun(SimulatedPool pool, int number) {
        this.pool = pool;
        this.number = number;
        this.graph = pool.graph(number);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"})
    public T get() {
        pool.await(number);
        if (graph.plan().givesOutcomes()) {
            return (T) outcomes();
        }
        RuntimeException failure = graph.failure();
        if (failure != null) {
            throw failure;
        }
        return (T) graph.result();
    }

    private List<Outcome<?>> outcomes() {
        List<Outcome<?>> outcomes = new ArrayList<>();
        for (int item : graph.plan().items(graph.plan().root())) {
            Integer because = graph.missing.get(item);
            if (because == null) {
                outcomes.add(new Outcome.Value<@Nullable Object>(graph.fetched.get(item)));
            } else if (because < 0) {
                outcomes.add(new Outcome.Cancelled<>(String.valueOf(graph.cancelled)));
            } else {
                TaskFailedException failure = Objects.requireNonNull(graph.failures.get(because));
                outcomes.add(
                        because.equals(item)
                                ? new Outcome.Failed<>(failure)
                                : new Outcome.Skipped<>(failure.key(), failure));
            }
        }
        return outcomes;
    }

    @Override
    public T get(Duration timeout) {
        return get();
    }

    @Override
    public boolean cancel() {
        boolean under = !graph.ended;
        pool.cancel(number, "the run was cancelled");
        return under;
    }

    @Override
    public boolean isDone() {
        return graph.ended;
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return CompletableFuture.completedFuture(get());
    }

    @Override
    public @Nullable Object rerun(String key) {
        throw new UnsupportedOperationException("a simulated run keeps no inputs");
    }

    @Override
    public Plan plan() {
        return graph.plan();
    }

    @Override
    public RunOptions options() {
        return graph.options;
    }

    @Override
    public Progress progress() {
        return new Progress(graph.plan().size(), 0, 0, graph.failures.size(), 0);
    }
}
