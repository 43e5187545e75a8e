package dev.bide.benchmarks.remote;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.benchmarks.output.Machine;
import dev.bide.schedule.Scheduler;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: what a task, a start and a large value cost where tasks run in other JVMs. */
@Command(
        name = "remote",
        showDefaultValues = true,
        sortOptions = false,
        description = "Measures schedulers outside this JVM: microseconds a task, from building the graph to having its"
                + " result; the start; the way of a large value from one worker to another.")
final class FarCost implements Callable<Integer> {
    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;

    @Option(names = "--on", split = ",", defaultValue = "processes(2)", description = "Schedulers, by name.")
    private List<String> names = List.of();

    @Option(names = "--shapes", split = ",", defaultValue = "COLUMNS,ROWS,CHAIN,FAN", description = "Which graphs.")
    private List<FarGraph> shapes = List.of();

    @Option(names = "--tasks", defaultValue = "20000", description = "Tasks of a graph.")
    private int tasks;

    @Option(
            names = "--rounds",
            defaultValue = "30",
            description = "Runs of each; the first is shown, and medians of the first nine and of the later half.")
    private int rounds;

    @Option(names = "--mebibytes", defaultValue = "64", description = "Size of the large value.")
    private int mebibytes;

    private FarCost() {}

    /** Runs the command. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FarCost()).execute(arguments));
    }

    @Override
    public Integer call() {
        System.out.println(Machine.here());
        for (String name : names) {
            long begun = System.nanoTime();
            try (Scheduler scheduler = Schedulers.named(name)) {
                Delayed<Integer> two = task(() -> 1).call().then(x -> x + 1);
                check(2, two.compute(scheduler));
                show(name, "start to first result", (System.nanoTime() - begun) / MILLI, "ms");
                for (FarGraph shape : shapes) {
                    measure(name, shape, scheduler);
                }
                large(name, scheduler);
            }
        }
        return 0;
    }

    private void measure(String name, FarGraph shape, Scheduler scheduler) {
        int expected = shape.build(tasks).compute(Schedulers.sync());
        double[] each = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            check(expected, shape.build(tasks).compute(scheduler));
            each[i] = (System.nanoTime() - begun) / MICRO / tasks;
        }
        show(name, shape + ", first", each[0], "µs a task");
        show(name, shape + ", of the first nine", median(each, 0, Math.min(9, rounds)), "µs a task");
        show(name, shape + ", warm", median(each, rounds / 2, rounds), "µs a task");
    }

    private static double median(double[] of, int from, int to) {
        double[] sorted = Arrays.copyOfRange(of, from, to);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Each half of the pair is made on a worker of its own, so one has to travel. */
    private void large(String name, Scheduler scheduler) {
        int length = mebibytes << 17;
        double[] each = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            Delayed<double[]> one = task(() -> filled(length, 1)).named("one").call();
            Delayed<double[]> two = task(() -> filled(length, 2)).named("two").call();
            Delayed<Long> took = on(one, two).call((a, b) -> System.nanoTime());
            Delayed<Long> ready = on(one.then(a -> System.nanoTime()), two.then(b -> System.nanoTime()))
                    .call(Math::max);
            List<Long> times = gather(List.of(took, ready)).compute(scheduler);
            each[i] = (times.get(0) - times.get(1)) / MILLI;
        }
        show(name, mebibytes + " MiB to the other worker", median(each, 0, rounds), "ms");
        double[] from = filled(length, 1);
        long begun = System.nanoTime();
        double[] copy = from.clone();
        show(name, "a memory copy of that", (System.nanoTime() - begun) / MILLI, "ms" + (copy[0] > 1 ? "!" : ""));
    }

    private static double[] filled(int length, double with) {
        double[] values = new double[length];
        Arrays.fill(values, with);
        return values;
    }

    private static void check(int expected, int found) {
        if (expected != found) {
            throw new IllegalStateException("the result is " + found + " and should be " + expected);
        }
    }

    private static void show(String name, String what, double figure, String unit) {
        System.out.printf(Locale.ROOT, "%-16s %-28s %10.2f %s%n", name, what, figure, unit);
    }
}
