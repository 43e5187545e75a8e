package dev.bide.diagnostics.internal.analysis;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A stretch of a run in which a single task kept the other workers waiting.
 *
 * @param row the task
 * @param idle how many workers had nothing to do meanwhile
 * @param nanos for how long
 */
public record Idle(int row, int idle, long nanos) {
    /** Of more, as with a thread for each task, nobody would say that they wait. */
    private static final int MOST_WORKERS = 256;

    private static final Idle NONE = new Idle(-1, 0, 0);

    /**
     * Finds the task that ran alone the longest, while others that wait for it, or nothing at all, were left to do.
     *
     * @param recording of a run
     * @return the stretch; of no time, if there is none
     */
    public static Idle longest(Recording recording) {
        int workers = recording.workers().size();
        if (workers < 2 || workers > MOST_WORKERS || recording.every() > 1) {
            return NONE;
        }
        long[][] edges = edges(recording);
        Idle longest = NONE;
        long sumOfRows = 0;
        int running = 0;
        long since = 0;
        long alone = 0;
        for (long[] edge : edges) {
            if (running == 1) {
                int row = (int) sumOfRows;
                alone = edge[0] - since;
                if (alone > longest.nanos) {
                    longest = new Idle(row, workers - 1, alone);
                }
            }
            running += edge[1] > 0 ? 1 : -1;
            sumOfRows += edge[1] > 0 ? edge[2] : -edge[2];
            since = edge[0];
        }
        return longest;
    }

    /** {time, +1 or -1, row}, in the order of time, ends before beginnings. */
    private static long[][] edges(Recording recording) {
        return IntStream.range(0, recording.size())
                .filter(row -> recording.time(row) > 0 && !recording.gathers(row))
                .boxed()
                .flatMap(row ->
                        Arrays.stream(new long[][] {{recording.began(row), 1, row}, {recording.ended(row), -1, row}}))
                .sorted(Comparator.<long[]>comparingLong(edge -> edge[0]).thenComparingLong(edge -> edge[1]))
                .toArray(long[][]::new);
    }
}
