package dev.bide.verify.remote;

import dev.bide.remote.WorkerLostException;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import dev.bide.testkit.SimulatedScheduler;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A run of a troubled graph, and whether it tells the truth. */
final class TroubledRun {
    private final TroubledGraph graph;
    private final RunOptions options;
    private final boolean cancelled;
    private final boolean outcomes;
    private final SimulatedScheduler on;
    private final @Nullable Run<?> run;

    private TroubledRun(TroubledGraph graph, Random random, SimulatedScheduler on) {
        this.graph = graph;
        this.outcomes = random.nextInt(3) == 0;
        this.cancelled = random.nextInt(12) == 0;
        RunOptions drawn = RunOptions.defaults().grace(Duration.ofMillis(1 + random.nextInt(300)));
        drawn = random.nextInt(8) == 0 ? drawn.deadline(Duration.ofMillis(1 + random.nextInt(200))) : drawn;
        drawn = random.nextInt(5) == 0 ? drawn.ahead(1 + random.nextInt(5)) : drawn;
        this.options = outcomes || random.nextBoolean() ? drawn.keepGoing() : drawn;
        this.on = on;
        this.run = outcomes ? null : graph.last().start(on, options);
    }

    static TroubledRun start(TroubledGraph graph, Random random, SimulatedScheduler on) {
        return new TroubledRun(graph, random, on);
    }

    void cancelIfDrawn() {
        if (cancelled && run != null) {
            run.cancel();
        }
    }

    void check() {
        Object result;
        try {
            result = run == null ? graph.all().computeOutcomes(on, options) : run.get();
        } catch (RunCancelledException stopped) {
            require(cancelled || options.deadline() != null, "nobody cancelled it: " + stopped.getMessage());
            return;
        } catch (TaskFailedException failed) {
            checkFailure(failed);
            return;
        }
        if (outcomes) {
            checkOutcomes((List<?>) result);
        } else {
            Long expected = graph.expected(graph.size() - 1);
            require(expected != null && expected.equals(result), "the result is " + result + ", not " + expected);
        }
    }

    private void checkFailure(TaskFailedException failed) {
        Set<String> named = new TreeSet<>(Set.of(failed.key().toString()));
        checkCause(failed);
        for (Throwable other : failed.getSuppressed()) {
            named.add(((TaskFailedException) other).key().toString());
            checkCause((TaskFailedException) other);
        }
        require(
                options.goesOn()
                        ? named.equals(graph.failures())
                        : named.stream().allMatch(this::mayBeNamed),
                "failed: " + named + ", not " + graph.failures());
    }

    /** What a task fails of when its run has been stopped is told, though it might have been tried again. */
    private boolean mayBeNamed(String key) {
        return graph.failures().contains(key) || graph.trait(key).failsAtFirst();
    }

    private void checkCause(TaskFailedException failed) {
        Throwable cause = Objects.requireNonNull(failed.getCause());
        Trait trait = graph.trait(failed.key().toString());
        boolean right = switch (trait) {
            case KILLER ->
                cause instanceof WorkerLostException && failed.attempts().size() >= 3;
            case LATE, DEAF, HANGS -> cause instanceof TimeoutException;
            default -> "drawn to fail".equals(cause.getMessage());
        };
        require(right, failed.key() + ", " + trait + ", failed of " + cause);
    }

    private void checkOutcomes(List<?> all) {
        for (int i = 0; i < graph.size(); i++) {
            Long expected = graph.expected(i);
            String key = graph.key(i);
            Object outcome = all.get(i);
            boolean right;
            if (outcome instanceof Outcome.Value<?> value) {
                right = Objects.equals(value.value(), expected);
            } else if (outcome instanceof Outcome.Failed<?> failed) {
                right = failed.failure().key().toString().equals(key)
                        && graph.failures().contains(key);
            } else if (outcome instanceof Outcome.Skipped<?> skipped) {
                right = expected == null
                        && graph.failures().contains(skipped.because().toString());
            } else {
                right = cancelled || options.deadline() != null;
            }
            require(right, key + ": " + outcome + ", not " + expected);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise + "\n  with " + options);
        }
    }
}
