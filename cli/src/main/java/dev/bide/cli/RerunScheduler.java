package dev.bide.cli;

import dev.bide.graph.Plan;
import dev.bide.graph.Results;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the run that has a task of some key, computes what the task needs on another scheduler, calls the task in the
 * thread that asked, and ends the program. Runs without such a task go on as they would have.
 */
final class RerunScheduler implements Scheduler {
    private final String key;
    private final Scheduler usual;
    private final PrintStream out;
    private @Nullable Throwable failure;
    private boolean found;

    RerunScheduler(String key, Scheduler usual, PrintStream out) {
        this.key = key;
        this.usual = usual;
        this.out = out;
    }

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        for (int task = 0; task < plan.size(); task++) {
            if (plan.key(task).name().equals(key)) {
                rerun(plan, task, options);
                throw new EndOfProgram("the task has been run");
            }
        }
        return usual.start(plan, options);
    }

    private synchronized void rerun(Plan plan, int task, RunOptions options) {
        found = true;
        try {
            Plan needed = plan.ofInputs(task);
            System.err.println("bide: computing what " + plan.key(task) + " needs");
            List<?> inputs = usual.<List<?>>start(needed, options).get();
            System.err.println("bide: running " + plan.key(task) + " in thread "
                    + Thread.currentThread().getName());
            out.println(plan.key(task) + " gives " + plan.call(task, results(plan, task, inputs)));
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }

    private static Results results(Plan plan, int task, List<?> inputs) {
        Results results = Results.none(plan.size());
        for (int i = 0; i < inputs.size(); i++) {
            results.set(plan.dependencies()[plan.dependencyStart()[task] + i], inputs.get(i));
        }
        return results;
    }

    /** Whether a run had the task. */
    synchronized boolean hasFound() {
        return found;
    }

    /** What the task threw, or what it needs could not be computed for; {@code null} if it gave a result. */
    @Nullable
    synchronized Throwable failure() {
        return failure;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public String toString() {
        return "rerun";
    }
}
