package dev.bide.diagnostics.internal.recording;

import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Adds up what the tasks of each name took. */
final class Totals {
    private final Recording recording;
    private final long[][] times;
    private final long[] tasks;
    private final long[] done;
    private final long[] failed;
    private final long[] skipped;
    private final long[] retries;
    private final long[] lost;
    private final long[] planned;

    private Totals(Recording recording) {
        this.recording = recording;
        int groups = recording.names().size();
        times = new long[groups][];
        tasks = new long[groups];
        done = new long[groups];
        failed = new long[groups];
        skipped = new long[groups];
        retries = new long[groups];
        lost = new long[groups];
        planned = recording.every() > 1 ? planned(recording.plan()) : new long[0];
        count();
    }

    static List<NameTotals> of(Recording recording, Rows rows, Map<String, Sums> rest) {
        Totals totals = new Totals(recording);
        List<NameTotals> all = new ArrayList<>();
        for (int group = 0; group < recording.names().size(); group++) {
            Sums beyond = rest.get(recording.names().get(group));
            NameTotals of = rows.every() > 1 ? totals.ofSample(group, rows) : totals.of(group);
            all.add(beyond == null ? of : sum(of, beyond.totals(of.name(), beyond.tasks(), 0, 0)));
        }
        all.removeIf(of -> of.tasks() == 0);
        all.sort(Comparator.comparingLong(NameTotals::nanos).reversed());
        return List.copyOf(all);
    }

    private void count() {
        int[] ran = new int[times.length];
        for (int row = 0; row < recording.size(); row++) {
            if (!recording.gathers(row) && recording.began(row) >= 0) {
                ran[recording.group(row)]++;
            }
        }
        Arrays.setAll(times, group -> new long[ran[group]]);
        for (int row = 0; row < recording.size(); row++) {
            if (!recording.gathers(row)) {
                int group = recording.group(row);
                countState(row, group);
                if (recording.began(row) >= 0) {
                    times[group][--ran[group]] = recording.time(row);
                }
            }
        }
        for (long[] of : times) {
            Arrays.sort(of);
        }
    }

    private void countState(int row, int group) {
        tasks[group]++;
        retries[group] += Math.max(0, recording.attempts(row) - 1);
        lost[group] += recording.busy(row) - recording.time(row);
        switch (recording.state(row)) {
            case DONE -> done[group]++;
            case FAILED -> failed[group]++;
            case SKIPPED -> skipped[group]++;
            default -> {}
        }
    }

    private NameTotals of(int group) {
        return new NameTotals(
                recording.names().get(group),
                tasks[group],
                done[group],
                failed[group],
                skipped[group],
                retries[group],
                Arrays.stream(times[group]).sum() + lost[group],
                percentile(group, 50),
                percentile(group, 95),
                percentile(group, 100));
    }

    /** Sums of all, and percentiles of those with details. The names of the first plan come first. */
    private NameTotals ofSample(int group, Rows rows) {
        PlanLog sampled = rows.logs().get(0);
        return group >= planned.length
                ? of(group)
                : sampled.sums(group)
                        .totals(
                                recording.names().get(group),
                                planned[group],
                                percentile(group, 50),
                                percentile(group, 95));
    }

    /** How many tasks of each name there are in a plan of which not every task has details. */
    private static long[] planned(Plan plan) {
        long[] planned = new long[plan.names().size()];
        for (int task = 0; task < plan.size(); task++) {
            planned[plan.group(task)] += plan.gathers(task) ? 0 : 1;
        }
        return planned;
    }

    private long percentile(int group, int percent) {
        long[] sorted = times[group];
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }

    private static NameTotals sum(NameTotals a, NameTotals b) {
        return new NameTotals(
                a.name(),
                a.tasks() + b.tasks(),
                a.done() + b.done(),
                a.failed() + b.failed(),
                a.skipped() + b.skipped(),
                a.retries() + b.retries(),
                a.nanos() + b.nanos(),
                Math.max(a.p50(), b.p50()),
                Math.max(a.p95(), b.p95()),
                Math.max(a.max(), b.max()));
    }
}
