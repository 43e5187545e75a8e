package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.analysis.Durations;
import dev.bide.diagnostics.internal.recording.NameTotals;
import dev.bide.diagnostics.internal.recording.Recording;
import java.util.List;
import java.util.Locale;

/** Statistics by name, the longest total first; {@code table.js} sorts them by what is clicked. */
final class NameTable {
    private static final int MOST = 500;

    /** Of a bar: one failed task of many must be seen. */
    private static final double LEAST_SEEN = 0.02;

    private static final List<String> NUMBERS =
            List.of("tasks", "failed", "not run", "retries", "total", "share", "p50", "p95", "max", "max / p50");

    private final Html html = new Html();
    private final NamePalette colours;
    private final double all;

    private NameTable(List<NameTotals> totals, NamePalette colours) {
        this.colours = colours;
        this.all = Math.max(1, totals.stream().mapToLong(NameTotals::nanos).sum());
    }

    static String of(Recording recording, NamePalette colours) {
        List<NameTotals> totals = recording.totals();
        return new NameTable(totals, colours).write(totals);
    }

    private String write(List<NameTotals> totals) {
        html.open("section", "class", "names").element("h2", "Tasks by name");
        html.open("div", "class", "scrolled", "tabindex", "0", "role", "region", "aria-label", "Tasks by name");
        html.open("table", "class", "sortable").open("thead").open("tr");
        html.element("th", "name", "scope", "col");
        html.element("th", "progress", "scope", "col");
        NUMBERS.forEach(head -> html.element("th", head, "scope", "col", "class", "number"));
        html.close("tr").close("thead").open("tbody");
        totals.stream().limit(MOST).forEach(this::row);
        html.close("tbody").close("table").close("div");
        if (totals.size() > MOST) {
            html.element("p", Amounts.of(totals.size() - MOST) + " more names took less time.", "class", "note");
        }
        return html.close("section").toString();
    }

    private void row(NameTotals name) {
        long rest = name.tasks() - name.done() - name.failed();
        String shown = Texts.oneLine(name.name());
        html.open("tr").open("th", "scope", "row", "data-value", shown);
        html.element("span", "", "class", "chip " + colours.ofName(name.name()));
        html.element("span", shown, "class", "key").close("th");
        double tasks = Math.max(1, name.tasks());
        html.open("td", "data-value", Double.toString(name.done() / tasks));
        double failed = name.failed() == 0 ? 0 : Math.max(LEAST_SEEN, name.failed() / tasks);
        String words = name.done() + " done, " + name.failed() + " failed, " + rest + " not run";
        html.bar(words, Math.min(name.done() / tasks, 1 - failed), failed, rest / tasks);
        html.close("td");
        count(name.tasks());
        count(name.failed());
        count(rest);
        count(name.retries());
        time(name.nanos());
        number(name.nanos() / all, Texts.percent(name.nanos() / all));
        time(name.p50());
        time(name.p95());
        time(name.max());
        double skew = name.p50() == 0 ? 0 : name.max() / (double) name.p50();
        number(skew, skew == 0 ? "" : String.format(Locale.ROOT, skew < 10 ? "%.1f" : "%,.0f", skew));
        html.close("tr");
    }

    private void count(long count) {
        number((double) count, count == 0 ? "" : Amounts.of(count));
    }

    private void time(long nanos) {
        number((double) nanos, nanos == 0 ? "" : Durations.of(nanos));
    }

    private void number(double value, String shown) {
        html.element("td", shown, "class", "number", "data-value", Double.toString(value));
    }
}
