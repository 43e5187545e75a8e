package dev.bide.benchmarks.shapes;

import org.jspecify.annotations.Nullable;

/**
 * What came of one contender on one graph.
 *
 * @param size how many tasks were asked for
 * @param shape the graph's shape
 * @param contender who ran it
 * @param tasks how many tasks the graph has
 * @param timing medians; {@code null} if it did not run
 * @param obstacle why it did not run; empty if it did
 */
record Measured(
        int size,
        Shape shape,
        String contender,
        int tasks,
        @Nullable Timing timing,
        String obstacle) {
    double total() {
        return timing == null ? Double.NaN : timing.total();
    }
}
