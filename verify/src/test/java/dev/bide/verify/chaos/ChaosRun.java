package dev.bide.verify.chaos;

import static dev.bide.Bide.gather;

import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import dev.bide.testkit.WatchedScheduler;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One run of a {@link ChaosGraph}, and what may come of it. */
final class ChaosRun {
    private final ChaosGraph graph;
    private final RunOptions options;
    private final boolean disturbed;
    private final @Nullable Run<Long> run;
    private final int @Nullable [] roots;
    private final @Nullable List<Outcome<Long>> outcomes;

    private ChaosRun(ChaosGraph graph, Random random, WatchedScheduler scheduler) {
        boolean onCallersThread = scheduler.toString().equals(Schedulers.sync().toString());
        boolean late = random.nextInt(12) == 0;
        boolean cancelled = random.nextInt(8) == 0 && !onCallersThread;
        this.graph = graph;
        this.disturbed = late || cancelled || onCallersThread && graph.any(Whim.INTERRUPTING);
        this.options = options(random, late);
        if (random.nextInt(4) == 0) {
            this.roots = random.ints(1 + random.nextInt(5), 0, graph.size()).toArray();
            this.run = null;
            this.outcomes = outcomes(graph, roots, scheduler, options);
        } else {
            if (cancelled) {
                graph.cancelAfter(1 + random.nextInt(2 * graph.size()));
            }
            this.roots = null;
            this.outcomes = null;
            this.run = graph.call(graph.size() - 1).start(scheduler, options);
            graph.runs(run);
        }
        Thread.interrupted(); // on the caller's thread a task may have interrupted it
    }

    static ChaosRun start(ChaosGraph graph, Random random, WatchedScheduler scheduler) {
        return new ChaosRun(graph, random, scheduler);
    }

    private static RunOptions options(Random random, boolean late) {
        RunOptions options = random.nextBoolean()
                ? RunOptions.defaults()
                : RunOptions.defaults().keepGoing();
        options = late ? options.deadline(Duration.ofNanos(1 + random.nextInt(5_000_000))) : options;
        return random.nextInt(4) == 0 ? options.ahead(1 + random.nextInt(20)) : options;
    }

    private static List<Outcome<Long>> outcomes(
            ChaosGraph graph, int[] roots, Scheduler scheduler, RunOptions options) {
        DelayedList<Long> all = gather(IntStream.of(roots).mapToObj(graph::call).toList());
        return all.computeOutcomes(scheduler, options);
    }

    int size() {
        return graph.size();
    }

    void check(Duration hangs) throws TimeoutException {
        if (run != null) {
            checkResult(run, hangs);
        } else {
            checkOutcomes(Objects.requireNonNull(roots), Objects.requireNonNull(outcomes));
        }
    }

    private void checkResult(Run<Long> ended, Duration hangs) throws TimeoutException {
        try {
            Long result = ended.get(hangs);
            require(result.equals(graph.expected(graph.size() - 1)), "the result is " + result);
            graph.checkAttempts(true);
        } catch (TaskFailedException failed) {
            require(graph.failures() > 0, "it failed: " + failed);
            graph.checkAttempts(options.goesOn() && !disturbed);
            if (options.goesOn() && !disturbed) {
                require(
                        1 + failed.getSuppressed().length == graph.failures(),
                        "failures: " + failed.getSuppressed().length);
            }
        } catch (RunCancelledException cancelled) {
            require(disturbed, "nobody disturbed it, but " + cancelled);
            graph.checkAttempts(false);
        }
    }

    private void checkOutcomes(int[] of, List<Outcome<Long>> given) {
        for (int i = 0; i < of.length; i++) {
            Outcome<Long> outcome = given.get(i);
            Long expected = graph.expected(of[i]);
            if (outcome instanceof Outcome.Value<Long> value) {
                require(value.value().equals(expected), "a value " + value);
            } else if (outcome instanceof Outcome.Failed<Long>) {
                require(graph.failsItself(of[i]), "call " + of[i] + " " + outcome);
            } else if (outcome instanceof Outcome.Skipped<Long>) {
                require(expected == null && !graph.failsItself(of[i]), "call " + of[i] + " " + outcome);
            } else {
                require(disturbed || !options.goesOn() && graph.failures() > 0, "call " + of[i] + " " + outcome);
            }
        }
        graph.checkAttempts(false);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
