package dev.bide.benchmarks.metg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Measures the curves of all systems on one graph: from long tasks to short ones, until less than half of the peak is
 * left. At each length the systems take turns.
 */
final class Sweep {
    /** The first run is to take so long, and no longer tasks than these: about 70 µs. */
    private static final double FIRST_SECONDS = 0.25;

    private static final int FIRST_EXPONENT = 13;

    /** Who has not reached half of the peak by then, a few seconds a run or about 10 ms a task, never will. */
    private static final double LAST_SECONDS = 4;

    private static final int LAST_EXPONENT = 20;

    /** A length that takes longer than this is not repeated any more: noise matters less there. */
    private static final double ENOUGH_SECONDS = 3;

    private static final int WARM_UP_ITERATIONS = 16;

    private final Grid grid;
    private final List<Entrant> entrants;
    private final int workers;
    private final int repetitions;
    private final double peak;

    Sweep(Grid grid, Map<String, Contender> systems, int workers, int repetitions, double peak) {
        this.grid = grid;
        this.entrants = systems.entrySet().stream()
                .map(system -> new Entrant(system.getKey(), system.getValue(), new Curve()))
                .toList();
        this.workers = workers;
        this.repetitions = repetitions;
        this.peak = peak;
    }

    /** Runs every system for a while with short tasks, so that its code is compiled. */
    void warmUp(double seconds) throws Exception {
        Cells cells = Cells.of(grid, WARM_UP_ITERATIONS);
        for (Entrant entrant : entrants) {
            double left = seconds;
            while (left > 0) {
                left -= seconds(entrant.system(), cells);
            }
        }
    }

    Map<String, Curve> curves() throws Exception {
        int tasks = Cells.of(grid, 1).tasks();
        int first = longest(tasks, FIRST_SECONDS, FIRST_EXPONENT);
        int last = longest(tasks, LAST_SECONDS, LAST_EXPONENT);
        measure(first, entrants);
        for (int k = first + 1; k <= last; k++) {
            measure(k, those(curve -> curve.bestEfficiency(peak) < Curve.HALF));
        }
        for (int k = first - 1; k >= 0; k--) {
            measure(k, those(curve -> curve.goesOn(peak)));
        }
        Map<String, Curve> curves = new LinkedHashMap<>();
        entrants.forEach(entrant -> curves.put(entrant.name(), entrant.curve()));
        return curves;
    }

    /** The greatest exponent with which the bare work of a run takes no longer than that. */
    private int longest(int tasks, double seconds, int most) {
        int exponent = 0;
        while (exponent < most && tasks * Kernel.flops(2 << exponent) / peak <= seconds) {
            exponent++;
        }
        return exponent;
    }

    private List<Entrant> those(Predicate<Curve> which) {
        return entrants.stream().filter(entrant -> which.test(entrant.curve())).toList();
    }

    private void measure(int exponent, List<Entrant> who) throws Exception {
        Cells cells = Cells.of(grid, 1 << exponent);
        List<List<Double>> times =
                who.stream().<List<Double>>map(entrant -> new ArrayList<>()).toList();
        for (int round = 0; round < repetitions; round++) {
            for (int i = 0; i < who.size(); i++) {
                if (sum(times.get(i)) < ENOUGH_SECONDS) {
                    times.get(i).add(seconds(who.get(i).system(), cells));
                }
            }
        }
        for (int i = 0; i < who.size(); i++) {
            who.get(i).curve().add(Point.of(cells.iterations(), median(times.get(i)), cells.tasks(), workers));
        }
    }

    private static double sum(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get((times.size() - 1) / 2);
    }

    /** The time of one run, build included; what it gave is checked after the clock has stopped. */
    private static double seconds(Contender system, Cells cells) throws Exception {
        long start = System.nanoTime();
        var ends = system.run(cells);
        long elapsed = System.nanoTime() - start;
        cells.expectEnds(ends);
        return elapsed * 1e-9;
    }

    /** A system and what has been found out about it. */
    private record Entrant(String name, Contender system, Curve curve) {}
}
