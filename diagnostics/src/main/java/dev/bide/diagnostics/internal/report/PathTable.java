package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.analysis.CriticalPath;
import dev.bide.diagnostics.internal.analysis.Durations;
import dev.bide.diagnostics.internal.recording.Recording;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The critical path, task by task. Of a long one it lists the longest tasks and sums up those between them. */
final class PathTable {
    private static final int MOST = 40;

    private final Recording recording;
    private final CriticalPath path;
    private final NamePalette colours;
    private final Html html = new Html();

    private PathTable(Recording recording, CriticalPath path, NamePalette colours) {
        this.recording = recording;
        this.path = path;
        this.colours = colours;
    }

    static String of(Recording recording, CriticalPath path, NamePalette colours) {
        return path.rows().isEmpty() ? "" : new PathTable(recording, path, colours).write();
    }

    private String write() {
        double share = path.length() / (double) Math.max(1, recording.elapsed());
        html.open("section", "class", "path").element("h2", "Critical path");
        html.element(
                "p",
                "The chain of dependencies that took longest: "
                        + Amounts.of(path.rows().size(), "task") + ", " + Durations.of(path.length())
                        + " of work in a run of "
                        + Durations.of(recording.elapsed()) + " (" + Texts.percent(share)
                        + "). No number of workers makes the run shorter than this.",
                "class",
                "note");
        html.open("div", "class", "scrolled", "tabindex", "0", "role", "region", "aria-label", "Critical path");
        html.open("table").open("thead").open("tr").element("th", "task", "scope", "col");
        List.of("began", "time").forEach(head -> html.element("th", head, "scope", "col", "class", "number"));
        html.element("th", "share of the path", "scope", "col")
                .close("tr")
                .close("thead")
                .open("tbody");
        rows(longest());
        return html.close("tbody").close("table").close("div").close("section").toString();
    }

    private Set<Integer> longest() {
        List<Integer> rows = path.rows();
        return new HashSet<>(rows.stream()
                .sorted(Comparator.comparingLong(this::took).reversed())
                .limit(rows.size() <= MOST + 1 ? rows.size() : MOST)
                .toList());
    }

    private void rows(Set<Integer> listed) {
        int left = 0;
        long leftNanos = 0;
        for (int row : path.rows()) {
            if (listed.contains(row)) {
                between(left, leftNanos);
                left = 0;
                leftNanos = 0;
                row(row);
            } else {
                left++;
                leftNanos += took(row);
            }
        }
        between(left, leftNanos);
    }

    private long took(int row) {
        long ended = recording.ended(row) < 0 ? recording.elapsed() : recording.ended(row);
        return recording.began(row) < 0 ? 0 : ended - recording.began(row);
    }

    private void row(int row) {
        html.open("tr").open("th", "scope", "row");
        html.element("span", "", "class", "chip " + colours.ofName(recording.name(row)));
        Anchor.add(html, recording.key(row).toString());
        html.close("th");
        html.element("td", recording.began(row) <= 0 ? "0 s" : Durations.of(recording.began(row)), "class", "number");
        timeAndBar(took(row), "own " + colours.ofName(recording.name(row)));
    }

    private void between(int tasks, long nanos) {
        if (tasks > 0) {
            html.open("tr", "class", "between")
                    .element("th", "… " + Amounts.of(tasks, "task") + " between", "scope", "row")
                    .element("td", "");
            timeAndBar(nanos, "own");
        }
    }

    private void timeAndBar(long nanos, String style) {
        double share = nanos / (double) Math.max(1, path.length());
        html.element("td", Durations.of(nanos), "class", "number").open("td", "class", style);
        html.bar(Texts.percent(share), share).close("td").close("tr");
    }
}
