package dev.bide.benchmarks.metg;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The figures as text. */
final class Report {
    private final double peak;

    Report(double peak) {
        this.peak = peak;
    }

    /** A line for each graph, a column for each system. */
    String table(Collection<String> systems, Map<Grid, Map<String, Curve>> graphs) {
        List<String> lines = new ArrayList<>();
        lines.add(line("METG(50 %), µs", systems.stream().toList()));
        graphs.forEach((grid, curves) -> lines.add(line(
                grid.toString(),
                systems.stream().map(name -> metg(curves.get(name))).toList())));
        return String.join("\n", lines);
    }

    String metg(@Nullable Curve curve) {
        Curve.Metg metg = curve == null ? null : curve.metg(peak);
        if (metg == null) {
            return curve == null ? "" : "none (best " + number(0, 100 * curve.bestEfficiency(peak)) + " %)";
        }
        return (metg.atMost() ? "at most " : "") + number(3, metg.micros());
    }

    /** For each length of tasks what they took, and the efficiency. */
    String curves(Grid grid, Map<String, Curve> curves) {
        List<String> lines = new ArrayList<>();
        lines.add(line(grid + ", µs a task", List.copyOf(curves.keySet())));
        TreeSet<Integer> lengths = new TreeSet<>();
        curves.values().forEach(curve -> curve.points().forEach(point -> lengths.add(point.iterations())));
        for (int iterations : lengths.descendingSet()) {
            lines.add(line(
                    "  " + iterations + " iterations",
                    curves.values().stream()
                            .map(curve -> point(curve, iterations))
                            .toList()));
        }
        return String.join("\n", lines);
    }

    private String point(Curve curve, int iterations) {
        return curve.points().stream()
                .filter(point -> point.iterations() == iterations)
                .map(point ->
                        number(3, point.granularity() * 1e6) + " (" + number(0, 100 * point.efficiency(peak)) + " %)")
                .findFirst()
                .orElse("");
    }

    private static String line(String label, List<String> columns) {
        StringBuilder line = new StringBuilder(String.format("%-30s", label));
        columns.forEach(column -> line.append(String.format("%22s", column)));
        return line.toString().stripTrailing();
    }

    private static String number(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
