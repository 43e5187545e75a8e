package dev.bide.diagnostics.internal.terminal;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.recording.NameTotals;
import dev.bide.diagnostics.internal.recording.Recording;
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
        long because = totals.stream().mapToLong(NameTotals::skipped).sum();
        long cancelled = tasks - done - failed - because;
        List<String> parts = new ArrayList<>();
        if (failed > 0) {
            parts.add(Amounts.of(failed, "task") + " failed");
        }
        if (because > 0) {
            parts.add(Amounts.of(because) + " not run because of " + (failed == 1 ? "it" : "them"));
        }
        parts.add(Amounts.of(done) + " done");
        if (cancelled > 0) {
            parts.add(Amounts.of(cancelled) + " cancelled");
        }
        return String.join(", ", parts);
    }
}
