package dev.bide.testkit;

import dev.bide.Delayed;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A graph drawn by {@link RandomGraphs}, what it should give, and a record of what its tasks do. Checks of one graph come
 * one after another, because they read the same record.
 */
public final class RandomGraph {
    private final long seed;
    private final Calls calls;
    private final Delayed<?> root;
    private final Evaluation evaluation;
    private final @Nullable Object expected;

    RandomGraph(long seed, Calls calls, Drawn root) {
        this.seed = seed;
        this.calls = calls;
        this.root = root.delayed();
        this.evaluation = new Evaluation(calls);
        this.expected = evaluation.of(root.formula());
    }

    /**
     * Gives the seed it was drawn with.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * Gives the call that needs all that was asked for; with several roots, their list.
     *
     * @return the root
     */
    public Delayed<?> root() {
        return root;
    }

    /**
     * Tells whether a task that the root needs throws.
     *
     * @return whether computing the root fails
     */
    public boolean fails() {
        return expected == Evaluation.Missing.MISSING;
    }

    /**
     * Computes the graph and checks all: the result or the failure, that each call that is needed ran once and no other
     * ran, and that nothing ran after the run before had ended.
     *
     * @param scheduler where to compute it
     * @param options with which options
     * @throws AssertionError if something is not as it should be; it names the seed
     */
    public void check(Scheduler scheduler, RunOptions options) {
        checkTogether(List.of(scheduler), options);
    }

    /**
     * Computes the graph on several schedulers at once and checks all, as {@link #check}.
     *
     * @param schedulers where to compute it; one may be there several times
     * @param options with which options
     * @throws AssertionError if something is not as it should be; it names the seed
     */
    public void checkTogether(List<Scheduler> schedulers, RunOptions options) {
        require(calls.take().isEmpty(), "tasks ran after compute() had returned", "");
        List<Run<?>> runs = new ArrayList<>();
        schedulers.forEach(scheduler -> runs.add(root.start(scheduler, options)));
        runs.forEach(run -> outcome(run, options.goesOn()));
        Map<Integer, Integer> counts = calls.take();
        boolean all = !fails() || options.goesOn();
        require(
                all ? everyCall(counts, runs.size()) : noCallTwice(counts, runs.size()),
                "calls of each task: " + counts,
                counted(runs.size()));
    }

    /**
     * Computes the graph and checks the result or the failure, on a scheduler that may run a task more than once: because a
     * worker was lost.
     *
     * @param scheduler where to compute it
     * @param options with which options
     * @throws AssertionError if something is not as it should be; it names the seed
     */
    public void checkAtLeastOnce(Scheduler scheduler, RunOptions options) {
        outcome(root.start(scheduler, options), options.goesOn());
        Map<Integer, Integer> counts = calls.take();
        boolean all = !fails() || options.goesOn();
        require(
                !all || counts.keySet().containsAll(evaluation.counts().keySet()),
                "calls of each task: " + counts,
                "at least " + evaluation.counts());
    }

    private void outcome(Run<?> run, boolean goesOn) {
        Object result;
        try {
            result = run.get();
        } catch (TaskFailedException failed) {
            boolean drawn = failed.getCause() instanceof Calls.DrawnFailure cause
                    && evaluation.failed().contains(cause.task);
            if (!drawn || goesOn && 1 + failed.getSuppressed().length != evaluation.failures()) {
                throw error("it failed with " + failed.getSuppressed().length + " suppressed", failures(), failed);
            }
            return;
        } catch (RuntimeException | Error other) {
            throw error("it threw " + other, failures(), other);
        }
        require(Objects.equals(result, expected), "the result is " + result, String.valueOf(expected));
    }

    private String failures() {
        return evaluation.failures() + " failures, of the tasks " + evaluation.failed();
    }

    private boolean everyCall(Map<Integer, Integer> counts, int runs) {
        boolean all = counts.keySet().containsAll(evaluation.counts().keySet());
        return all
                && counts.entrySet().stream().allMatch(of -> of.getValue() >= runs * evaluation.distinct(of.getKey()))
                && noCallTwice(counts, runs);
    }

    private boolean noCallTwice(Map<Integer, Integer> counts, int runs) {
        return counts.entrySet().stream()
                .allMatch(of -> of.getValue() <= runs * evaluation.counts().getOrDefault(of.getKey(), 0));
    }

    private String counted(int runs) {
        Map<Integer, Integer> counted = new TreeMap<>(evaluation.counts());
        counted.replaceAll((task, count) -> runs * count);
        return counted.toString();
    }

    private void require(boolean holds, String found, String wanted) {
        if (!holds) {
            throw error(found, wanted, null);
        }
    }

    private AssertionError error(String found, String wanted, @Nullable Throwable cause) {
        return new AssertionError(
                "random graph " + seed + ": " + found + (wanted.isEmpty() ? "" : "\n  expected: " + wanted)
                        + "\n  replay with -D" + RandomGraphs.SEED + "=" + seed,
                cause);
    }
}
