package dev.bide.diagnostics.internal.analysis;

import dev.bide.diagnostics.internal.recording.NameTotals;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.graph.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is worth knowing about a run, in sentences. */
public final class Findings {
    private static final double WORTH_TELLING = 0.03;
    private static final double MOST = 0.9;
    private static final double HALF = 0.5;
    private static final double SKEW = 4;
    private static final long SMALL_TASK = 10_000;
    private static final int MANY_TASKS = 1_000;

    private final Recording recording;
    private final List<NameTotals> totals;
    private final CriticalPath path;
    private final List<String> found = new ArrayList<>();

    private Findings(Recording recording, CriticalPath path) {
        this.recording = recording;
        this.totals = recording.totals();
        this.path = path;
    }

    /**
     * Finds what is worth knowing, the most important first. O(tasks + dependencies).
     *
     * @param recording of a run
     * @return sentences without a full stop
     */
    public static List<String> of(Recording recording) {
        Findings findings = new Findings(recording, CriticalPath.of(recording));
        findings.where();
        findings.path();
        findings.idle();
        findings.small();
        findings.skew();
        findings.retries();
        findings.sample();
        return List.copyOf(findings.found);
    }

    /**
     * Says which tasks took most of the time.
     *
     * @param totals the sums by name, those that took longest first
     * @return a sentence
     */
    public static String share(List<NameTotals> totals) {
        NameTotals first = totals.get(0);
        long all = totals.stream().mapToLong(NameTotals::nanos).sum();
        return Key.of(first.name()) + " is " + percent(first.nanos(), all) + " of the time (" + Amounts.of(ran(first))
                + "×, p50 "
                + Durations.of(first.p50()) + ", p95 " + Durations.of(first.p95()) + ", max "
                + Durations.of(first.max())
                + ")";
    }

    private static long ran(NameTotals of) {
        return of.done() + of.failed();
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.0f %%", whole == 0 ? 0 : 100.0 * part / whole);
    }

    private void where() {
        if (totals.stream().anyMatch(of -> of.nanos() > 0)) {
            found.add(share(totals));
        }
    }

    private void path() {
        if (path.rows().size() < 2 || path.length() == 0) {
            return;
        }
        if (path.length() < HALF * recording.elapsed() && !busy()) {
            return; // neither the graph nor the number of workers kept the run from being shorter
        }
        String length = Durations.of(path.length());
        String whole = Durations.of(recording.elapsed());
        found.add("the critical path is " + length + " of " + whole + ": " + so(length));
    }

    /** Whether most workers had something to do most of the time. */
    private boolean busy() {
        return Parallelism.of(recording, 1).mean() >= HALF * Slots.of(recording);
    }

    private String so(String length) {
        double share = (double) path.length() / recording.elapsed();
        if (share >= MOST) {
            return "more workers cannot help, shorter tasks on it can";
        }
        return share >= HALF ? "more workers cannot beat " + length : "more workers would help";
    }

    private void idle() {
        Idle idle = Idle.longest(recording);
        if (idle.nanos() > WORTH_TELLING * recording.elapsed()) {
            found.add(Amounts.of(idle.idle(), "worker") + " idle " + Durations.of(idle.nanos()) + " waiting for "
                    + recording.key(idle.row()));
        }
    }

    private void small() {
        long tasks = totals.stream().mapToLong(Findings::ran).sum();
        long nanos = totals.stream().mapToLong(NameTotals::nanos).sum();
        if (tasks >= MANY_TASKS && nanos / tasks < SMALL_TASK) {
            found.add("a task takes " + Durations.of(nanos / tasks)
                    + " on average: several calls in one task would leave less to schedule");
        }
    }

    private void skew() {
        NameTotals first = totals.isEmpty() ? null : totals.get(0);
        if (first == null || ran(first) < 4 || first.max() < SKEW * first.p50() || first.max() < SMALL_TASK) {
            return;
        }
        if (first.max() > WORTH_TELLING * recording.elapsed()) {
            found.add("the longest " + Key.of(first.name()) + " takes "
                    + Math.round((double) first.max() / Math.max(1, first.p50())) + " times the median: "
                    + longest(first.name(), first.max()) + Durations.of(first.max()));
        }
    }

    /** Its key, where it has details. */
    private String longest(String name, long max) {
        int longest = -1;
        for (int row = 0; row < recording.size(); row++) {
            boolean longer = longest < 0 || recording.time(row) > recording.time(longest);
            if (longer && recording.name(row).equals(name)) {
                longest = row;
            }
        }
        return longest < 0 || recording.time(longest) < max ? "" : recording.key(longest) + ", ";
    }

    private void retries() {
        List<NameTotals> retried =
                totals.stream().filter(of -> of.retries() > 0).toList();
        if (retried.isEmpty()) {
            return;
        }
        long lost = recording.failedAttempts().stream()
                .mapToLong(attempt -> attempt.ended() - attempt.began())
                .sum();
        found.add("attempts that failed took " + Durations.of(lost) + ": "
                + retried.stream()
                        .map(of -> Key.of(of.name()) + " was tried again " + Amounts.of(of.retries(), "time"))
                        .collect(Collectors.joining(", ")));
    }

    private void sample() {
        if (recording.every() > 1) {
            found.add("the run is so large that one of " + recording.every()
                    + " tasks has details; counts, sums and maxima by name are of all");
        }
    }
}
