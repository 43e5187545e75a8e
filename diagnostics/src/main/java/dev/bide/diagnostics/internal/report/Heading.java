package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.analysis.CriticalPath;
import dev.bide.diagnostics.internal.analysis.Durations;
import dev.bide.diagnostics.internal.analysis.Findings;
import dev.bide.diagnostics.internal.analysis.Parallelism;
import dev.bide.diagnostics.internal.analysis.Slots;
import dev.bide.diagnostics.internal.recording.NameTotals;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.terminal.Outcome;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a reader sees first: how the run ended, its figures, and what was found out about it in words. */
final class Heading {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss z", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    private final Recording recording;
    private final List<NameTotals> totals;
    private final Html html = new Html();

    private Heading(Recording recording) {
        this.recording = recording;
        this.totals = recording.totals();
    }

    static String of(Recording recording, Parallelism parallelism, CriticalPath path) {
        return new Heading(recording).write(parallelism, path);
    }

    private String write(Parallelism parallelism, CriticalPath path) {
        html.open("header", "class", "heading");
        html.open("h1").element("span", Texts.oneLine(recording.title()), "class", "key");
        html.text(" ");
        ending();
        html.close("h1");
        html.element("p", outcome(), "class", "outcome");
        html.open("dl", "class", "facts");
        fact("tasks", Amounts.of(recording.tasks()));
        fact("time", Durations.of(recording.elapsed()));
        fact("parallelism", parallelism(parallelism));
        if (!path.rows().isEmpty()) {
            fact("critical path", Durations.of(path.length()));
        }
        fact("retries", Amounts.of(total(NameTotals::retries)));
        if (recording.resumed() > 0) {
            fact("resumed", Amounts.of(recording.resumed()));
        }
        html.open("div").element("dt", "began").open("dd");
        html.element(
                "time", WHEN.format(recording.at()), "datetime", recording.at().toString());
        html.close("dd").close("div").close("dl");
        findings();
        return html.close("header").toString();
    }

    private void ending() {
        if (!recording.over()) {
            html.element("span", "… under way", "class", "badge going");
        } else if (recording.failure() == null) {
            html.element("span", "✔ ended well", "class", "badge well");
        } else if (recording.failures().isEmpty() && total(NameTotals::failed) == 0) {
            html.element("span", "■ stopped", "class", "badge going");
        } else {
            html.element("span", "✘ failed", "class", "badge bad");
        }
    }

    private String outcome() {
        @Nullable Throwable failure = recording.failure();
        long failed = total(NameTotals::failed);
        if (failure == null && failed == 0) {
            return "";
        }
        String unsaid = failure == null || failed > 0 ? "" : ". " + StackText.title(failure);
        return Outcome.of(recording) + unsaid;
    }

    private long total(ToLongFunction<NameTotals> count) {
        return totals.stream().mapToLong(count).sum();
    }

    private String parallelism(Parallelism parallelism) {
        long workers = Slots.of(recording);
        String mean = String.format(Locale.ROOT, parallelism.mean() < 100 ? "%.1f" : "%.0f", parallelism.mean());
        return mean + " of " + Amounts.of(workers, workers > Lanes.MOST ? "thread" : "worker");
    }

    private void fact(String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close("div");
    }

    private void findings() {
        List<String> found = Findings.of(recording);
        if (found.isEmpty()) {
            return;
        }
        html.open("section", "class", "findings", "aria-label", "Findings").element("h2", "What stands out");
        html.open("ul");
        found.forEach(finding -> html.element("li", Texts.cut(finding, 1_000)));
        html.close("ul").close("section");
    }
}
