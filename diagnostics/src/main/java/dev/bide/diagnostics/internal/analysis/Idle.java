package dev.bide.diagnostics.internal.analysis;

import dev.bide.diagnostics.internal.recording.Recording;

/**
 * A stretch of a run in which a single task kept the other workers waiting.
 *
 * @param row the task
 * @param idle how many workers had nothing to do meanwhile
 * @param nanos for how long
 */
record Idle(int row, int idle, long nanos) {
    /** Of more, as with a thread for each task, nobody would say that they wait. */
    private static final int MOST_WORKERS = 256;

    private static final Idle NONE = new Idle(-1, 0, 0);

    /**
     * Finds the task that ran alone the longest, while others that wait for it, or nothing at all, were left to do.
     *
     * @param recording of a run
     * @return the stretch; of no time, if there is none
     */
    static Idle longest(Recording recording) {
        int workers = Slots.of(recording);
        if (workers < 2 || workers > MOST_WORKERS || recording.every() > 1) {
            return NONE;
        }
        Moments begins = Moments.of(recording, row -> counts(recording, row), recording::busySince);
        Moments ends = Moments.of(recording, row -> counts(recording, row), recording::ended);
        Idle longest = NONE;
        long sumOfRows = 0;
        long since = 0;
        for (int begun = 0, ended = 0; ended < ends.size(); ) {
            boolean begin = begun < begins.size() && begins.time(begun) < ends.time(ended);
            long now = begin ? begins.time(begun) : ends.time(ended);
            if (begun - ended == 1 && now - since > longest.nanos) {
                longest = new Idle((int) sumOfRows, workers - 1, now - since);
            }
            sumOfRows += begin ? begins.row(begun++) : -ends.row(ended++);
            since = now;
        }
        return longest;
    }

    private static boolean counts(Recording recording, int row) {
        return recording.time(row) > 0 && !recording.gathers(row);
    }
}
