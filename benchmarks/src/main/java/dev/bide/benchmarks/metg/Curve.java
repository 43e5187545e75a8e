package dev.bide.benchmarks.metg;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The points of one system on one graph, by the length of the tasks. */
final class Curve {
    /** The efficiency that METG(50 %) is about. */
    static final double HALF = 0.5;

    private final NavigableMap<Integer, Point> points = new TreeMap<>();

    void add(Point point) {
        points.put(point.iterations(), point);
    }

    /** All points, the shortest tasks first. */
    Collection<Point> points() {
        return points.values();
    }

    double bestEfficiency(double peak) {
        return points.values().stream()
                .mapToDouble(point -> point.efficiency(peak))
                .max()
                .orElse(0);
    }

    /** Whether shorter tasks may still do: one of the two shortest points reached half of the peak. */
    boolean goesOn(double peak) {
        return points.values().stream().limit(2).anyMatch(point -> point.efficiency(peak) >= HALF);
    }

    /** The smallest granularity with half of the peak, interpolated to the next shorter tasks or null. */
    @Nullable
    Metg metg(double peak) {
        Point below = null;
        for (Point point : points.values()) {
            if (point.efficiency(peak) >= HALF) {
                return below == null
                        ? new Metg(point.granularity(), true)
                        : new Metg(between(below, point, peak), false);
            }
            below = point;
        }
        return null;
    }

    private static double between(Point below, Point above, double peak) {
        double share = (HALF - below.efficiency(peak)) / (above.efficiency(peak) - below.efficiency(peak));
        return below.granularity() + share * (above.granularity() - below.granularity());
    }

    /**
     * The minimum effective task granularity.
     *
     * @param seconds of one worker for each task
     * @param atMost whether even the shortest tasks reached half of the peak, so that it may be less
     */
    record Metg(double seconds, boolean atMost) {
        double micros() {
            return seconds * 1e6;
        }
    }
}
