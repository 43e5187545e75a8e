package dev.bide.benchmarks.brain;

import dev.bide.graph.Plan;
import dev.bide.order.Order;
import dev.bide.remote.BrainOptions;
import dev.bide.schedule.RunOptions;
import dev.bide.testkit.Faults;
import dev.bide.testkit.Habits;
import dev.bide.testkit.SimulatedPool;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: runs large graphs on many simulated workers; prints the brain's time and the makespan. */
@Command(
        name = "brain",
        showDefaultValues = true,
        sortOptions = false,
        description = "Measures the brain that all schedulers outside this JVM share: real microseconds a task, and the"
                + " virtual time of the run beside the larger of longest path and work / workers.")
final class BrainCost implements Callable<Integer> {
    private static final double MILLI = 1e6;

    @Option(names = "--shapes", split = ",", defaultValue = "FAN,CHAINS,LAYERS,TREE", description = "Which graphs.")
    private List<Work> shapes = List.of();

    @Option(names = "--tasks", defaultValue = "1000000", description = "Tasks of a graph.")
    private int tasks;

    @Option(names = "--workers", defaultValue = "1000", description = "Workers of one thread each.")
    private int workers;

    @Option(names = "--width", defaultValue = "4000", description = "Width of chains and layers.")
    private int width;

    @Option(names = "--micros", split = ",", defaultValue = "1000,10000", description = "Mean time of a task.")
    private List<Integer> micros = List.of();

    @Option(names = "--latency", defaultValue = "200", description = "Microseconds that a message takes at least.")
    private int latency;

    @Option(names = "--rounds", defaultValue = "2", description = "Runs of each; the last is shown.")
    private int rounds;

    private BrainCost() {}

    /** Runs the command. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BrainCost()).execute(arguments));
    }

    @Override
    public Integer call() {
        System.out.printf(
                Locale.ROOT,
                "%-8s %9s %8s %9s %12s %12s %6s%n",
                "shape",
                "tasks",
                "µs each",
                "brain µs",
                "makespan ms",
                "bound ms",
                "ratio");
        for (Work shape : shapes) {
            Plan plan = shape.plan(tasks, width);
            Order.of(plan);
            for (int mean : micros) {
                show(shape, plan, mean);
            }
        }
        return 0;
    }

    private void show(Work shape, Plan plan, int mean) {
        Habits habits = (of, task, attempt) -> nanos(task, mean);
        String line = "";
        for (int i = 0; i < rounds; i++) {
            SimulatedPool pool = new SimulatedPool(new SimulatedPool.Settings(
                    1, workers, 1, Faults.NONE, habits, BrainOptions.defaults(), false, true, latency * 1_000L));
            long took = pool.measure(plan, RunOptions.defaults());
            long bound = bound(plan, habits);
            line = String.format(
                    Locale.ROOT,
                    "%-8s %9d %8d %9.2f %12.1f %12.1f %6.3f",
                    shape,
                    plan.size(),
                    mean,
                    pool.brainNanos() / 1e3 / plan.size(),
                    took / MILLI,
                    bound / MILLI,
                    took / (double) bound);
        }
        System.out.println(line);
    }

    /** From half to one and a half of the mean, drawn by the number of the task. */
    private static long nanos(int task, int mean) {
        long drawn = (task + 1) * 0x9E3779B97F4A7C15L;
        drawn = (drawn ^ drawn >>> 29) * 0xBF58476D1CE4E5B9L;
        return (long) (mean * 1_000L * (0.5 + (drawn >>> 11) * 0x1p-53));
    }

    /** No run can be shorter: the longest path, or all work shared out evenly. */
    private long bound(Plan plan, Habits habits) {
        long[] path = new long[plan.size()];
        long work = 0;
        long longest = 0;
        int end = plan.gathers(plan.root()) ? plan.size() - 1 : plan.size();
        for (int task = 0; task < end; task++) {
            for (int p = plan.dependencyStart()[task]; p < plan.dependencyStart()[task + 1]; p++) {
                path[task] = Math.max(path[task], path[plan.dependencies()[p]]);
            }
            long took = habits.nanos(plan, task, 1);
            path[task] += took;
            work += took;
            longest = Math.max(longest, path[task]);
        }
        return Math.max(longest, work / workers);
    }
}
