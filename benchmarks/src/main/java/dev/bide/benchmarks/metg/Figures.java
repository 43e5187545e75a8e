package dev.bide.benchmarks.metg;

import dev.bide.benchmarks.output.Machine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All figures of a run, for other programs.
 *
 * @param measure what METG is here
 * @param machine where they were taken
 * @param workers how many threads each system had
 * @param repetitions how often each length of tasks was run
 * @param peakGflops what the machine can do, in 10^9 floating point operations a second
 * @param graphs what was found out about each graph
 */
record Figures(String measure, Machine machine, int workers, int repetitions, double peakGflops, List<OfGraph> graphs) {
    private static final String MEASURE = "METG(50 %), our implementation of the patterns of Slaughter et al., SC'20";

    static Figures of(
            Machine machine, int workers, int repetitions, double peak, Map<Grid, Map<String, Curve>> graphs) {
        List<OfGraph> all = graphs.entrySet().stream()
                .map(graph -> new OfGraph(graph.getKey(), OfSystem.all(graph.getValue(), peak)))
                .toList();
        return new Figures(MEASURE, machine, workers, repetitions, peak * 1e-9, all);
    }

    record OfGraph(Grid graph, List<OfSystem> systems) {}

    /** The METG is {@code null} if no length of tasks reached half of the peak. */
    record OfSystem(String system, @Nullable Double metgMicros, boolean atMost, List<OfLength> points) {
        static List<OfSystem> all(Map<String, Curve> curves, double peak) {
            return curves.entrySet().stream()
                    .map(curve -> of(curve.getKey(), curve.getValue(), peak))
                    .toList();
        }

        private static OfSystem of(String system, Curve curve, double peak) {
            List<OfLength> points = curve.points().stream()
                    .map(point -> new OfLength(point.iterations(), point.granularity() * 1e6, point.efficiency(peak)))
                    .toList();
            Curve.Metg metg = curve.metg(peak);
            return new OfSystem(system, metg == null ? null : metg.micros(), metg != null && metg.atMost(), points);
        }
    }

    record OfLength(int iterations, double granularityMicros, double efficiency) {}
}
