package dev.bide.benchmarks.metg;

import java.util.stream.IntStream;

/**
 * The points of a graph: a task for each point of each timestep.
 *
 * @param pattern what depends on what
 * @param steps how many timesteps
 * @param width how many points a timestep has at most
 * @param radix how many dependencies a task of {@code nearest}, {@code spread} and {@code random_nearest} has at most
 */
record Grid(Pattern pattern, int steps, int width, int radix) {
    Grid {
        if (steps < 1 || width < 1 || radix < 0) {
            throw new IllegalArgumentException("a graph has at least one step and one point, and no negative radix: "
                    + steps + " steps, " + width + " wide, radix " + radix);
        }
    }

    /** The points of a timestep. */
    IntStream points(int t) {
        int offset = pattern.offset(this, t);
        return IntStream.range(offset, offset + pattern.width(this, t));
    }

    /** The points of the timestep before that a task depends on, each once. */
    int[] dependencies(int t, int x) {
        if (t == 0) {
            return new int[0];
        }
        int from = pattern.offset(this, t - 1);
        int to = from + pattern.width(this, t - 1);
        return pattern.dependencies(this, t, x)
                .filter(p -> p >= from && p < to)
                .distinct()
                .toArray();
    }

    @Override
    public String toString() {
        return pattern + ", " + width + " wide";
    }
}
