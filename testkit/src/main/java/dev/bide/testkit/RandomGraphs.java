package dev.bide.testkit;

import java.util.stream.LongStream;

/**
 * Seeded random graphs, built through the public verbs: calls in every arity with plain and lazy arguments, functions first
 * and arguments first, procedures, {@code each}, {@code gather}, {@code then}, {@code zip}, {@code after}, {@code named},
 * {@code pure}, results hidden in lists, maps, arrays, records and {@code Optional}s, values, {@code null}, graphs that grow
 * by calls they had before and by new ones, several roots.
 *
 * <p>The same seed gives the same graph. What it should give is worked out apart from Bide, by plain recursion.
 */
public final class RandomGraphs {
    /** The system property that names the one seed to try. */
    public static final String SEED = "bide.seed";

    private static final int LARGEST = 40;

    private RandomGraphs() {}

    /**
     * Gives seeds to try, or the one that {@code -Dbide.seed=...} names.
     *
     * @param first the first seed
     * @param count how many
     * @return the seeds
     */
    public static LongStream seeds(long first, long count) {
        Long only = Long.getLong(SEED);
        return only == null ? LongStream.range(first, first + count) : LongStream.of(only);
    }

    /**
     * Draws a graph of which no task throws.
     *
     * @param seed decides everything
     * @return the graph
     */
    public static RandomGraph of(long seed) {
        return new GraphDrawing(seed, LARGEST).draw(0);
    }

    /**
     * Draws a graph of which about one task in so many throws; at times none, or none that is needed.
     *
     * @param seed decides everything
     * @param oneIn how many tasks there are for each that throws
     * @return the graph
     * @throws IllegalArgumentException if {@code oneIn} is less than one
     */
    public static RandomGraph failing(long seed, int oneIn) {
        if (oneIn < 1) {
            throw new IllegalArgumentException("failing(.., " + oneIn + "): one in how many tasks throws?");
        }
        return new GraphDrawing(seed, LARGEST).draw(oneIn);
    }
}
