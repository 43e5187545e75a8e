package dev.bide.diagnostics.internal.analysis;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.Arrays;

/**
 * How many results were alive, and about how much memory those took of which the size is known.
 *
 * @param bucket the length of a stretch of time, in nanoseconds
 * @param count the most results alive at a time, in each stretch
 * @param bytes the most bytes alive at a time, in each stretch
 */
public record LiveResults(long bucket, long[] count, long[] bytes) {
    /**
     * Follows each result from its task's end to the end of the last task that needs it; one that none needs lives on to the
     * end of the run. O(tasks × log tasks + dependencies).
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
        int size = recording.size();
        long[] until = new long[size];
        boolean[] needed = new boolean[size];
        for (int row = 0; row < size; row++) {
            for (int dependency : recording.dependencies(row)) {
                boolean ran = recording.began(row) >= 0;
                needed[dependency] |= ran;
                until[dependency] = Math.max(until[dependency], ran ? recording.ended(row) : recording.elapsed());
            }
        }
        long[][] changes = changes(recording, until, needed);
        count(changes);
    }

    /** A time for each birth and death, in the order of time: {time, +1 or -1, bytes}. */
    private static long[][] changes(Recording recording, long[] until, boolean[] needed) {
        int size = recording.size();
        long[][] changes = new long[2 * size][];
        int n = 0;
        for (int row = 0; row < size; row++) {
            if (recording.began(row) >= 0 && !recording.gathers(row)) {
                long bytes = Math.max(0, recording.bytes(row));
                long end = needed[row] ? Math.max(until[row], recording.ended(row)) : recording.elapsed();
                changes[n++] = new long[] {recording.ended(row), 1, bytes};
                changes[n++] = new long[] {end, -1, -bytes};
            }
        }
        long[][] all = Arrays.copyOf(changes, n);
        Arrays.sort(all, (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(b[1], a[1]));
        return all;
    }

    private void count(long[][] changes) {
        long alive = 0;
        long held = 0;
        int at = 0;
        for (int i = 0; i < count.length; i++) {
            count[i] = alive;
            bytes[i] = held;
            while (at < changes.length && (changes[at][0] < (i + 1) * bucket || i == count.length - 1)) {
                alive += changes[at][1];
                held += changes[at++][2];
                count[i] = Math.max(count[i], alive);
                bytes[i] = Math.max(bytes[i], held);
            }
        }
    }
}
