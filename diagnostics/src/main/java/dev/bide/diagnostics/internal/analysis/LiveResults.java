package dev.bide.diagnostics.internal.analysis;

import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.State;
import java.util.Arrays;

/**
 * How many results were alive, and about how much memory those took of which the size is known.
 *
 * @param bucket the length of a stretch of time, in nanoseconds
 * @param count the most results alive at a time, in each stretch
 * @param bytes the most bytes alive at a time, in each stretch
 */
public record LiveResults(long bucket, long[] count, long[] bytes) {
    private static final long NEVER = -1;

    /**
     * Follows each result from its task's end to the end of the last task that needs it; one that none needs lives on to the
     * end of the run. A list of results keeps them alive for as long as it is needed itself. O(tasks × log tasks +
     * dependencies).
     *
     * @param recording of a run
     * @param buckets how many stretches to divide the run into
     * @return the counts; zeros, if not every task has details
     */
    public static LiveResults of(Recording recording, int buckets) {
        long bucket = Math.max(1, (recording.elapsed() + buckets - 1) / buckets);
        LiveResults live = new LiveResults(bucket, new long[buckets], new long[buckets]);
        if (recording.every() == 1) {
            live.follow(recording);
        }
        return live;
    }

    private void follow(Recording recording) {
        int[] order = recording.inOrder();
        long[] until = new long[recording.size()];
        Arrays.fill(until, NEVER);
        for (int i = order.length - 1; i >= 0; i--) {
            int row = order[i];
            long end = recording.began(row) < 0 || recording.gathers(row) && until[row] == NEVER
                    ? recording.elapsed()
                    : recording.gathers(row) ? until[row] : recording.ended(row);
            for (int dependency : recording.dependencies(row)) {
                until[dependency] = Math.max(until[dependency], end);
            }
        }
        Moments births = Moments.of(recording, row -> counts(recording, row), recording::ended);
        Moments deaths = Moments.of(
                recording,
                row -> counts(recording, row),
                row -> until[row] == NEVER ? recording.elapsed() : Math.max(until[row], recording.ended(row)));
        count(recording, births, deaths);
    }

    private static boolean counts(Recording recording, int row) {
        return recording.state(row) == State.DONE && !recording.gathers(row);
    }

    /** At equal times births come first. */
    private void count(Recording recording, Moments births, Moments deaths) {
        long alive = 0;
        long held = 0;
        int born = 0;
        int died = 0;
        for (int i = 0; i < count.length; i++) {
            long end = i == count.length - 1 ? Long.MAX_VALUE : (i + 1) * bucket;
            count[i] = alive;
            bytes[i] = held;
            while (died < deaths.size()
                    && (deaths.time(died) < end || born < births.size() && births.time(born) < end)) {
                if (born < births.size() && births.time(born) <= deaths.time(died)) {
                    alive++;
                    held += Math.max(0, recording.bytes(births.row(born++)));
                } else {
                    alive--;
                    held -= Math.max(0, recording.bytes(deaths.row(died++)));
                }
                count[i] = Math.max(count[i], alive);
                bytes[i] = Math.max(bytes[i], held);
            }
        }
    }
}
