package dev.bide.diagnostics.internal.terminal;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.recording.NameTotals;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.State;
import java.util.ArrayList;
import java.util.List;

/** Counts how the tasks of a run without a result ended. */
public final class Outcome {
    private Outcome() {}

    /**
     * Counts.
     *
     * @param recording of the run
     * @return such as {@code 1 task failed, 5 not run because of it, 741 done, 501 cancelled}
     */
    public static String of(Recording recording) {
        List<NameTotals> totals = recording.totals();
        long tasks = totals.stream().mapToLong(NameTotals::tasks).sum();
        long done = totals.stream().mapToLong(NameTotals::done).sum();
        long failed = totals.stream().mapToLong(NameTotals::failed).sum();
        long because = recording.every() == 1
                ? becauseOfFailures(recording)
                : totals.stream().mapToLong(NameTotals::skipped).sum();
        long cancelled = tasks - done - failed - because;
        List<String> parts = new ArrayList<>();
        if (failed > 0) {
            parts.add(Amounts.of(failed, "task") + " failed");
            parts.add(Amounts.of(because) + " not run because of " + (failed == 1 ? "it" : "them"));
        }
        parts.add(Amounts.of(done) + " done");
        if (cancelled > 0) {
            parts.add(Amounts.of(cancelled) + " cancelled");
        }
        return String.join(", ", parts);
    }

    /** How many tasks that were not run need one that failed. */
    private static long becauseOfFailures(Recording recording) {
        boolean[] missing = new boolean[recording.size()];
        long count = 0;
        for (int row : recording.inOrder()) {
            State state = recording.state(row);
            missing[row] = state == State.FAILED || state != State.DONE && anyMissing(recording, row, missing);
            count += missing[row] && state != State.FAILED && !recording.gathers(row) ? 1 : 0;
        }
        return count;
    }

    private static boolean anyMissing(Recording recording, int row, boolean[] missing) {
        for (int needed : recording.dependencies(row)) {
            if (missing[needed]) {
                return true;
            }
        }
        return false;
    }
}
