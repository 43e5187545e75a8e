package dev.bide.benchmarks.shapes;

import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options for runs on more cores than the machine has, which are simulated. */
final class Cores {
    private static final int TASKS = 100_000;

    @Option(
            names = "--cores",
            paramLabel = "COUNT",
            split = ",",
            description = "Simulates runs on so many cores, instead of all that; what follows is for that alone.")
    private List<Integer> counts = List.of();

    @Option(
            names = "--grain",
            paramLabel = "NANOS",
            split = ",",
            description = "Work in a task (default: ${DEFAULT-VALUE}).")
    private List<Integer> grains = List.of(0, 100, 1_000, 10_000, 100_000);

    @Option(
            names = "--serial-nanos",
            paramLabel = "NANOS",
            description = "Build, plan and counts, a task (default: ${DEFAULT-VALUE}).")
    private int serial = 65;

    @Option(
            names = "--compiled-nanos",
            paramLabel = "NANOS",
            description = "Counts alone, a task (default: ${DEFAULT-VALUE}).")
    private int compiled = 8;

    @Option(
            names = "--run-nanos",
            paramLabel = "NANOS",
            description = "Running a task without work (default: ${DEFAULT-VALUE}).")
    private int run = 25;

    @Option(
            names = "--steal-nanos",
            paramLabel = "NANOS",
            description = "A steal or a wake-up (default: ${DEFAULT-VALUE}).")
    private int steal = 300;

    boolean wanted() {
        return !counts.isEmpty();
    }

    void report(List<Shape> shapes, Report report) {
        Map<Shape, Plan> plans = new EnumMap<>(Shape.class);
        shapes.forEach(shape -> plans.put(shape, BideCalls.plan(shape.of(TASKS))));
        report.print(
                "simulated runs of " + Figure.whole(TASKS) + " tasks: speed-up over one core / the most that the work"
                        + " and the longest path allow\n" + costs(0) + "\n");
        List<Scaling> all = new ArrayList<>();
        for (int grain : grains) {
            List<Scaling> found = new ArrayList<>();
            for (int cores : counts) {
                plans.forEach((shape, plan) -> found.add(Scaling.of(shape, plan, costs(grain), cores)));
            }
            report.print(Scaling.grids(found));
            all.addAll(found);
        }
        report.put("cores", all);
    }

    private Costs costs(int grain) {
        return new Costs(serial, compiled, run, steal, grain);
    }
}
