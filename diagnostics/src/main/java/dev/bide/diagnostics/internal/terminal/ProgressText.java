package dev.bide.diagnostics.internal.terminal;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.analysis.Durations;
import dev.bide.graph.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * How far a run has come, in words.
 *
 * @param title what the run is called
 * @param names the names of its tasks, in order
 * @param elapsed how long it has taken, in nanoseconds
 * @param settledAt how long it had taken when a task was last seen to have ended
 */
record ProgressText(String title, Collection<NameProgress> names, long elapsed, long settledAt) {
    private static final int MOST_NAMES = 10;
    private static final int BAR = 20;

    private long sum(ToLongFunction<NameProgress> of) {
        return names.stream().mapToLong(of).sum();
    }

    private long total() {
        return sum(of -> of.total.sum());
    }

    long settled() {
        return sum(NameProgress::settled);
    }

    int percent() {
        return total() == 0 ? 0 : (int) (100 * settled() / total());
    }

    /** One line for all. */
    String line() {
        List<String> parts = new ArrayList<>();
        parts.add(Amounts.of(settled()) + " of " + Amounts.of(total(), "task"));
        parts.add(Math.max(0, sum(of -> of.running.sum())) + " running");
        return line(parts, left());
    }

    /** The line that stays when the run is over. */
    String last() {
        List<String> parts = new ArrayList<>();
        parts.add(Amounts.of(settled()) + " of " + Amounts.of(total(), "task"));
        return line(parts, "");
    }

    private String line(List<String> parts, String left) {
        addIf(parts, sum(of -> of.failed.sum()), "failed");
        addIf(parts, sum(of -> of.skipped.sum()), "skipped");
        addIf(parts, sum(of -> of.retries.sum()), "tried again");
        parts.add(Durations.of(elapsed) + left);
        return title + " " + percent() + " %: " + String.join(" · ", parts);
    }

    private static void addIf(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(Amounts.of(count) + " " + what);
        }
    }

    /**
     * The time that the other tasks will take, as many at a time as so far, if each takes what those of its name took, or
     * all on average where none of its name has ended. What the tasks under way have taken since one last ended is part of that.
     */
    private String left() {
        long ended = sum(of -> of.mean() < 0 ? 0 : of.settled());
        double worked = names.stream()
                .mapToDouble(of -> Math.max(0, of.mean()) * of.settled())
                .sum();
        if (ended == 0 || worked <= 0) {
            return "";
        }
        double average = worked / ended;
        double ahead = names.stream()
                .mapToDouble(of -> (of.mean() < 0 ? average : of.mean()) * of.left())
                .sum();
        long left = (long) (ahead / worked * settledAt) - (elapsed - settledAt);
        return left <= 0 ? "" : ", " + Durations.of(left) + " left";
    }

    /** A line for all and one for each name; of many names those that run, and those with most to do. */
    List<String> lines() {
        List<NameProgress> shown = new ArrayList<>(names);
        if (shown.size() > MOST_NAMES) {
            shown.sort(Comparator.comparingInt((NameProgress of) -> of.running.sum() > 0 ? 0 : 1)
                    .thenComparing(Comparator.comparingLong(NameProgress::left).reversed()));
            shown = shown.subList(0, MOST_NAMES);
        }
        List<String> lines = new ArrayList<>();
        lines.add(line());
        Table.lines(shown.stream().map(ProgressText::cells).toList()).forEach(line -> lines.add("  " + line));
        if (names.size() > shown.size()) {
            lines.add("  … and " + Amounts.of(names.size() - shown.size(), "other name"));
        }
        return lines;
    }

    private static List<String> cells(NameProgress of) {
        long running = Math.max(0, of.running.sum());
        List<String> more = new ArrayList<>();
        addIf(more, running, "running");
        addIf(more, of.failed.sum(), "failed");
        addIf(more, of.skipped.sum(), "skipped");
        addIf(more, of.retries.sum(), "tried again");
        String median = of.median() < 0 ? "" : "p50 " + Durations.of(of.median());
        return List.of(
                Key.of(of.name).toString(),
                bar(of),
                Amounts.of(of.settled()) + "/" + Amounts.of(of.total.sum()),
                median,
                more.stream().collect(Collectors.joining(", ")));
    }

    private static String bar(NameProgress of) {
        int full = (int) Math.min(BAR, BAR * of.settled() / Math.max(1, of.total.sum()));
        return "█".repeat(full) + "░".repeat(BAR - full);
    }
}
