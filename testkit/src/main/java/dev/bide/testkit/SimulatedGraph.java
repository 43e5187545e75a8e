package dev.bide.testkit;

import dev.bide.graph.Plan;
import dev.bide.graph.Results;
import dev.bide.internal.run.Gathering;
import dev.bide.remote.Answer;
import dev.bide.remote.Command;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run as hands see it: which task of which plan each number is, what was fetched, what failed, how it ended. */
final class SimulatedGraph {
    /** A task of a plan. */
    record Place(Plan plan, int task) {}

    final RunOptions options;
    private final TreeMap<Integer, Plan> plans = new TreeMap<>();
    private final Map<Plan, Results> scratch = new HashMap<>();
    final Map<Integer, @Nullable Object> fetched = new HashMap<>();
    final Map<Integer, TaskFailedException> failures = new HashMap<>();
    private final List<TaskFailedException> inOrder = new ArrayList<>();
    Map<Integer, Integer> missing = Map.of();

    @Nullable
    String cancelled;

    boolean ended;

    SimulatedGraph(Plan plan, RunOptions options) {
        this.options = options;
        plans.put(0, plan);
    }

    Plan plan() {
        return plans.firstEntry().getValue();
    }

    void grow(int first, Plan plan) {
        plans.put(first, plan);
    }

    /** A task has failed for good. */
    void fail(Command.Fail fail) {
        Place place = place(fail.task());
        TaskFailedException failure =
                TaskFailedException.of(place.plan(), place.task(), new Object[0], fail.attempts(), fail.mostAttempts());
        failures.put(fail.task(), failure);
        inOrder.add(failure);
    }

    void end(Command.End end) {
        cancelled = end.cancelled();
        missing = end.missing();
        ended = true;
    }

    Place place(int task) {
        Map.Entry<Integer, Plan> entry = plans.floorEntry(task);
        return new Place(entry.getValue(), task - entry.getKey());
    }

    /** The numbers, in the run, of what a task depends on, one for each use. */
    int[] dependencies(int task) {
        int base = plans.floorKey(task);
        Plan plan = place(task).plan();
        int from = plan.dependencyStart()[task - base];
        int[] found = new int[plan.dependencyStart()[task - base + 1] - from];
        for (int i = 0; i < found.length; i++) {
            found[i] = base + plan.dependencies()[from + i];
        }
        return found;
    }

    /** Calls a task's function; gives what it gives, or the exception wrapped in an answer. */
    @Nullable
    Object call(int task, int attempt, @Nullable Object[] inputs, long began, long ended) {
        Place place = place(task);
        Results results = scratch.computeIfAbsent(place.plan(), plan -> Results.none(plan.size()));
        int from = place.plan().dependencyStart()[place.task()];
        for (int i = 0; i < inputs.length; i++) {
            results.set(place.plan().dependencies()[from + i], inputs[i]);
        }
        try {
            return place.plan().call(place.task(), results);
        } catch (Throwable thrown) {
            return new Answer.Threw(task, attempt, thrown, began, ended);
        }
    }

    /** What {@code get()} throws, {@code null} if there is a result. */
    @Nullable
    RuntimeException failure() {
        if (cancelled != null) {
            return new RunCancelledException(cancelled);
        }
        if (inOrder.isEmpty()) {
            return null;
        }
        TaskFailedException first = inOrder.get(0);
        inOrder.stream().skip(1 + first.getSuppressed().length).forEach(first::addSuppressed);
        return first;
    }

    /** The root's result, when all that it was to gather has been fetched. */
    @Nullable
    Object result() {
        try {
            return Gathering.root(plan(), fetched);
        } catch (Exception e) {
            throw new IllegalStateException("a list could not be gathered", e);
        }
    }
}
