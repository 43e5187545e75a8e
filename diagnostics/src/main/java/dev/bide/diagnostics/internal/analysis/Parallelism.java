package dev.bide.diagnostics.internal.analysis;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.Arrays;

/**
 * How many tasks ran at a time.
 *
 * @param bucket the length of a stretch of time, in nanoseconds
 * @param busy the average number of running tasks in each stretch
 * @param mean the average over the whole run
 */
public record Parallelism(long bucket, double[] busy, double mean) {
    /**
     * Adds the times of all tasks up. O(tasks + stretches that they touch). Where not every task has details, those that
     * have stand for the others.
     *
     * @param recording of a run
     * @param buckets how many stretches to divide the run into
     * @return the averages
     */
    public static Parallelism of(Recording recording, int buckets) {
        long bucket = Math.max(1, (recording.elapsed() + buckets - 1) / buckets);
        double[] busy = new double[buckets];
        for (int row = 0; row < recording.size(); row++) {
            if (recording.began(row) >= 0 && !recording.gathers(row)) {
                add(busy, bucket, recording.busySince(row), recording.ended(row), recording.every());
            }
        }
        for (int i = 0; i < buckets; i++) {
            busy[i] /= bucket;
        }
        double sum = Arrays.stream(busy).sum();
        return new Parallelism(bucket, busy, sum * bucket / Math.max(1, recording.elapsed()));
    }

    private static void add(double[] busy, long bucket, long from, long to, int weight) {
        int last = (int) Math.min(busy.length - 1, to / bucket);
        for (int i = (int) Math.min(last, from / bucket); i <= last; i++) {
            long begin = Math.max(from, i * bucket);
            long end = Math.min(to, (i + 1) * bucket);
            busy[i] += (double) weight * Math.max(0, end - begin);
        }
    }
}
