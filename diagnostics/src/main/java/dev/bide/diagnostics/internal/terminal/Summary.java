package dev.bide.diagnostics.internal.terminal;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.analysis.CriticalPath;
import dev.bide.diagnostics.internal.analysis.Durations;
import dev.bide.diagnostics.internal.analysis.Findings;
import dev.bide.diagnostics.internal.analysis.Parallelism;
import dev.bide.diagnostics.internal.analysis.Slots;
import dev.bide.diagnostics.internal.recording.NameTotals;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.TaskFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a run ended, in a few lines. */
public final class Summary {
    private static final int CARDS = 5;
    private static final int CHAIN = 6;
    private static final int MOST_WORKERS = 256;

    private final Recording recording;
    private final List<NameTotals> totals;
    private final List<String> lines = new ArrayList<>();

    private Summary(Recording recording) {
        this.recording = recording;
        this.totals = recording.totals();
    }

    /**
     * Tells how a run ended.
     *
     * @param recording of the run
     * @param report where its report is, if there is one
     * @return lines; the first begins with ✔ or ✘
     */
    public static List<String> of(Recording recording, @Nullable Path report) {
        Summary summary = new Summary(recording);
        if (recording.failure() == null) {
            summary.success();
            if (report != null) {
                summary.lines.add("  report " + report);
            }
        } else {
            summary.failure(report);
        }
        return summary.lines;
    }

    // ---------------------------------------------------------------- it has its result

    private void success() {
        lines.add("✔ " + recording.title() + ": " + Amounts.of(recording.tasks(), "task") + " in "
                + Durations.of(recording.elapsed()) + notes());
        if (!recording.workers().isEmpty()) {
            CriticalPath path = CriticalPath.of(recording);
            lines.add("  " + parallelism()
                    + (path.rows().isEmpty()
                            ? ""
                            : " · critical path " + Durations.of(path.length()) + ": " + chain(path)));
        }
        if (totals.size() > 1 && totals.get(0).nanos() > 0) {
            lines.add("  " + Findings.share(totals));
        }
    }

    /** What was out of the ordinary, in brackets. */
    private String notes() {
        List<String> notes = new ArrayList<>();
        if (recording.resumed() > 0) {
            notes.add(Amounts.of(recording.resumed()) + " resumed");
        }
        long retries = totals.stream().mapToLong(NameTotals::retries).sum();
        if (retries > 0) {
            notes.add(retries == 1 ? "1 retry" : Amounts.of(retries) + " retries");
        }
        return notes.isEmpty() ? "" : "   (" + String.join(", ", notes) + ")";
    }

    private String parallelism() {
        int workers = Slots.of(recording);
        String mean =
                String.format(Locale.ROOT, "%.1f", Parallelism.of(recording, 1).mean());
        return "parallelism " + mean + (workers <= MOST_WORKERS ? " of " + workers : "");
    }

    /** The first tasks, the longest with its time, and the last. */
    private String chain(CriticalPath path) {
        List<Integer> rows = path.rows();
        int longest = 0;
        for (int i = 1; i < rows.size(); i++) {
            longest = recording.time(rows.get(i)) > recording.time(rows.get(longest)) ? i : longest;
        }
        StringBuilder chain = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < rows.size(); i++) {
            boolean shown = rows.size() <= CHAIN || i < CHAIN / 2 || i == longest || i == rows.size() - 1;
            if (shown) {
                chain.append(i == 0 ? "" : " → ").append(gap ? "… → " : "").append(recording.key(rows.get(i)));
                chain.append(i == longest ? " (" + Durations.of(recording.time(rows.get(i))) + ")" : "");
            }
            gap = !shown;
        }
        return chain.toString();
    }

    // ---------------------------------------------------------------- it has none

    private void failure(@Nullable Path report) {
        List<RootCause> causes = RootCause.of(recording.failures());
        String how = recording.failure() instanceof RunCancelledException ? " was cancelled after " : " failed after ";
        lines.add("✘ " + recording.title() + how + Durations.of(recording.elapsed()) + ": " + Outcome.of(recording));
        Throwable thrown = Objects.requireNonNull(recording.failure());
        if (!(thrown instanceof TaskFailedException)) {
            lines.add("  " + ShortStack.text(thrown));
        }
        Stream.of(thrown.getSuppressed())
                .filter(other -> !(other instanceof TaskFailedException))
                .forEach(other -> lines.add("  " + ShortStack.text(other)));
        for (RootCause cause : causes.subList(0, Math.min(CARDS, causes.size()))) {
            lines.add("");
            FailureCard.of(recording, cause, report).forEach(line -> lines.add("  " + line));
        }
        if (causes.size() > CARDS) {
            lines.add("");
            lines.add("  … and " + Amounts.of(causes.size() - CARDS, "other cause")
                    + (report == null ? "" : ", see " + report));
        }
    }
}
