package dev.bide.testkit;

import dev.bide.event.Event;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.event.RunListener;
import dev.bide.graph.Plan;
import dev.bide.schedule.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hears one run and checks that its events make sense. Give each run one of its own, and ask {@link #check} when the run has
 * ended.
 *
 * <p>The invariants:
 *
 * <ol>
 *   <li>{@code RunStarted} comes first and {@code RunEnded} last, each once.
 *   <li>A task is queued once, after all its dependencies have finished; started after that, once for each attempt; then it
 *       finishes, fails, is skipped or cancelled: one of these, once.
 *   <li>A task falls back once at most, after it was started; then it is not tried again, but finishes, fails or is cancelled.
 *   <li>Only a task of which a dependency failed or was skipped is skipped, and it is never started; or one that answered
 *       with a graph which failed.
 *   <li>A result is released once, after every dependent has been called: it has finished, or waits for the graph that it
 *       answered with; the root's never.
 *   <li>Each task's times go up; those that workers with clocks of their own took, but for the error of these.
 *   <li>In a run that has its result every task has finished, and every result but the roots' was released.
 *   <li>The run's counts are the counts of the events.
 * </ol>
 *
 * <p>A task that a plan imports, because another plan of the run computes it, tells nothing under the importing plan.
 */
public final class RunInvariants implements RunListener {
    private static final int SHOWN = 20;

    private final boolean concurrent;
    private final long clockError;
    private final List<String> broken = new ArrayList<>();
    private final Set<Plan> plans = new LinkedHashSet<>();
    private final Map<Task, TaskHistory> histories = new HashMap<>();
    private @Nullable Plan first;
    private @Nullable RunEnded end;

    /** One task of one plan. */
    private record Task(Plan plan, int number) {
        static Task of(TaskEvent event) {
            return new Task(event.plan(), event.task());
        }

        @Override
        public String toString() {
            return plan.key(number) + " (task " + number + " of " + plan.size() + ")";
        }
    }

    private RunInvariants(boolean concurrent, Duration clockError) {
        this.concurrent = concurrent;
        this.clockError = clockError.toNanos();
    }

    /**
     * Makes a listener for one run that is told one event at a time.
     *
     * @return the listener
     */
    public static RunInvariants inTurn() {
        return inTurn(Duration.ZERO);
    }

    /**
     * Makes a listener for one run that is told one event at a time, of workers with clocks of their own.
     *
     * @param clockError how far times of different workers may be off each other
     * @return the listener
     */
    public static RunInvariants inTurn(Duration clockError) {
        return new RunInvariants(false, clockError);
    }

    /**
     * Makes a listener for one run that is told events when they happen.
     *
     * @return the listener, which does not ask that nothing follows the end of a stopped run
     */
    public static RunInvariants atOnce() {
        return atOnce(Duration.ZERO);
    }

    /**
     * Makes a listener for one run that is told events when they happen, of workers with clocks of their own.
     *
     * @param clockError how far times of different workers may be off each other
     * @return the listener, which does not ask that nothing follows the end of a stopped run
     */
    public static RunInvariants atOnce(Duration clockError) {
        return new RunInvariants(true, clockError);
    }

    @Override
    public boolean concurrent() {
        return concurrent;
    }

    @Override
    public synchronized void on(Event event) {
        if (concurrent && end != null && end.failure() != null) {
            return;
        }
        require(end == null, "told after the end of the run: ", event);
        if (event instanceof RunStarted started) {
            require(first == null, "a second start of the run: ", event);
            first = started.plan();
            plans.add(started.plan());
        } else {
            require(first != null, "told before the start of the run: ", event);
        }
        if (event instanceof GraphGrew grown) {
            plans.add(grown.plan());
        } else if (event instanceof TaskEvent of) {
            task(of);
        } else if (event instanceof RunEnded ended) {
            end = ended;
        }
    }

    private void task(TaskEvent event) {
        Task task = Task.of(event);
        TaskHistory history = history(task);
        require(plans.contains(event.plan()), event.step() + " of a plan that was never told: ", task);
        require(!event.plan().imported(event.task()), event.step() + " of a task that another plan computes: ", task);
        boolean settled = history.settled();
        require(history.add(event, clockError), event.step() + " happened before the step that was told last: ", task);
        switch (event.step()) {
            case QUEUED -> {
                require(history.count(Step.QUEUED) == 1, "queued twice: ", task);
                require(dependencies(task, TaskHistory::settled), "queued before its dependencies are there: ", task);
            }
            case STARTED -> started(task, history, settled);
            case FINISHED, FAILED, RETRIED, FELL_BACK, CANCELLED -> {
                require(history.has(Step.STARTED), event.step() + " and never started: ", task);
                require(!settled, event.step() + " after its end: ", task);
                require((event.failure() != null) == (event.step() != Step.FINISHED), "what was thrown: ", event);
                require(event.began() - event.nanos() <= slack(event.step()), "ended before it began: ", event);
                boolean late = event.step() == Step.RETRIED && history.has(Step.FELL_BACK);
                require(!late && history.count(Step.FELL_BACK) <= 1, event.step() + " after it fell back: ", task);
            }
            case SKIPPED -> {
                boolean grew = task.plan().expands(task.number()) && history.has(Step.STARTED);
                require(grew || !history.has(Step.STARTED), "skipped after it was started: ", task);
                require(grew || mayMiss(task), "skipped, but nothing is missing: ", task);
                require(!settled, "skipped after its end: ", task);
            }
            case RELEASED -> released(task, history);
        }
    }

    /** The worker that began an attempt tells that it finished; that it did not, another may. */
    private long slack(Step end) {
        return end == Step.FINISHED ? 0 : clockError;
    }

    private void started(Task task, TaskHistory history, boolean settled) {
        require(history.has(Step.QUEUED), "started and never queued: ", task);
        require(history.count(Step.STARTED) == 1 + history.count(Step.RETRIED), "started twice: ", task);
        require(!settled, "started after its end: ", task);
        require(!history.has(Step.FELL_BACK), "started after it fell back: ", task);
        require(dependencies(task, of -> of.has(Step.FINISHED)), "started before its dependencies finished: ", task);
    }

    private void released(Task task, TaskHistory history) {
        require(history.count(Step.RELEASED) == 1, "released twice: ", task);
        require(history.settled(), "released before it had a result: ", task);
        require(task.plan() != first || task.number() != first.root(), "the root was released: ", task);
        int[] start = task.plan().dependentStart();
        for (int p = start[task.number()]; p < start[task.number() + 1]; p++) {
            Task dependent = new Task(task.plan(), task.plan().dependents()[p]);
            require(called(dependent), "released before a dependent had it: ", task);
        }
    }

    /** Whether a task needs its inputs no more. One that makes the graph grow does not, long before it has its result. */
    private boolean called(Task task) {
        TaskHistory history = history(task);
        return history.settled() || task.plan().expands(task.number()) && history.has(Step.STARTED);
    }

    /** Whether a dependency has no result, or another plan would have to tell. */
    private boolean mayMiss(Task task) {
        Plan plan = task.plan();
        int[] start = plan.dependencyStart();
        for (int p = start[task.number()]; p < start[task.number() + 1]; p++) {
            int dependency = plan.dependencies()[p];
            if (plan.imported(dependency)
                    || !history(new Task(plan, dependency)).has(Step.FINISHED)) {
                return true;
            }
        }
        return false;
    }

    private boolean dependencies(Task task, Predicate<TaskHistory> wanted) {
        Plan plan = task.plan();
        int[] start = plan.dependencyStart();
        for (int p = start[task.number()]; p < start[task.number() + 1]; p++) {
            int dependency = plan.dependencies()[p];
            if (!plan.imported(dependency) && !wanted.test(history(new Task(plan, dependency)))) {
                return false;
            }
        }
        return true;
    }

    private TaskHistory history(Task task) {
        return histories.computeIfAbsent(task, ignored -> new TaskHistory());
    }

    private void require(boolean holds, String otherwise, Object about) {
        if (!holds && broken.size() < SHOWN) {
            broken.add(otherwise + about);
        }
    }

    /**
     * Checks that the run has ended and that every invariant held.
     *
     * @throws AssertionError if one was broken; it says which, and by what
     */
    public synchronized void check() {
        require(end != null, "the run has not ended; tasks heard of: ", histories.size());
        if (end != null && end.failure() == null) {
            plans.forEach(this::complete);
        }
        if (!broken.isEmpty()) {
            throw new AssertionError(
                    "the events of a run break " + broken.size() + " invariants:\n  " + String.join("\n  ", broken));
        }
    }

    private void complete(Plan plan) {
        for (int number = 0; number < plan.size(); number++) {
            if (!plan.imported(number)) {
                Task task = new Task(plan, number);
                TaskHistory history = history(task);
                require(history.has(Step.FINISHED) && history.endings() == 1, "not finished once: ", task);
                require(number == plan.root() || history.has(Step.RELEASED), "never released: ", task);
            }
        }
    }

    /**
     * Checks as {@link #check()}, and that the run counts what it told.
     *
     * @param progress the run's counts after its end
     * @throws AssertionError if an invariant was broken
     */
    public synchronized void check(Progress progress) {
        long tasks = 0;
        for (Plan plan : plans) {
            for (int number = 0; number < plan.size(); number++) {
                tasks += plan.imported(number) ? 0 : 1;
            }
        }
        require(progress.total() == tasks, "tasks told: " + tasks + ", counted: ", progress);
        require(progress.done() == count(Step.FINISHED), "FINISHED: " + count(Step.FINISHED) + ", counted: ", progress);
        require(progress.skipped() == count(Step.SKIPPED), "SKIPPED: " + count(Step.SKIPPED) + ", counted: ", progress);
        require(progress.failed() >= count(Step.FAILED), "FAILED: " + count(Step.FAILED) + ", counted: ", progress);
        check();
    }

    /**
     * Counts the events of one step.
     *
     * @param step the step
     * @return how many were told
     */
    public synchronized long count(Step step) {
        return histories.values().stream().mapToLong(of -> of.count(step)).sum();
    }
}
