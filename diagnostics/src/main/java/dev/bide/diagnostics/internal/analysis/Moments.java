package dev.bide.diagnostics.internal.analysis;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Rows in the order of some time of theirs: time and row packed into one number each, so that a million are sorted in a
 * tenth of a second. Of very long runs the last bits of the times are lost.
 */
public final class Moments {
    private static final int ROW_BITS = 21;
    private static final int TIME_BITS = Long.SIZE - 1 - ROW_BITS;

    private final long[] packed;
    private final int shift;

    private Moments(long[] packed, int shift) {
        this.packed = packed;
        this.shift = shift;
    }

    /**
     * Sorts rows. O(rows × log rows).
     *
     * @param recording of a run
     * @param which which rows
     * @param time the time of each, not negative
     * @return those rows
     */
    public static Moments of(Recording recording, IntPredicate which, IntToLongFunction time) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(recording.elapsed() * 2) - TIME_BITS);
        long[] packed = IntStream.range(0, recording.size())
                .filter(which)
                .mapToLong(row -> (time.applyAsLong(row) >> shift) << ROW_BITS | row)
                .toArray();
        Arrays.sort(packed);
        return new Moments(packed, shift);
    }

    /**
     * Counts the rows.
     *
     * @return how many
     */
    public int size() {
        return packed.length;
    }

    /**
     * Gives a row.
     *
     * @param at its place in the order
     * @return the row
     */
    public int row(int at) {
        return (int) (packed[at] & (1L << ROW_BITS) - 1);
    }

    long time(int at) {
        return packed[at] >> ROW_BITS << shift;
    }
}
