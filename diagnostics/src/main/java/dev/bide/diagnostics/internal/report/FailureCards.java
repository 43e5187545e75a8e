package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.analysis.Durations;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.terminal.RootCause;
import dev.bide.graph.Key;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.TaskFailedException;
import java.util.List;

/**
 * A card for each root cause: the task that threw, how often it was tried, with what, what did not run because of it,
 * and which others threw the same.
 */
final class FailureCards {
    private static final int MOST = 50;
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_INPUTS = 30;
    private static final int CHAIN = 12;
    private static final int OTHERS = 30;
    private static final String FROM = ", from ";

    private final Html html = new Html();

    private FailureCards() {}

    static String of(Recording recording) {
        List<TaskFailedException> failures = recording.failures();
        return failures.isEmpty() ? "" : new FailureCards().write(failures);
    }

    private String write(List<TaskFailedException> failures) {
        html.open("section", "class", "failures", "aria-label", "Failures");
        html.element("h2", failures.size() == 1 ? "What failed" : Amounts.of(failures.size(), "task") + " failed");
        List<RootCause> causes = RootCause.of(failures);
        causes.stream().limit(MOST).forEach(this::card);
        if (causes.size() > MOST) {
            String more = "Other tasks failed in " + Amounts.of(causes.size() - MOST, "other way");
            html.element("p", more + "; the task stream marks each with a cross.", "class", "note");
        }
        return html.close("section").toString();
    }

    private void card(RootCause cause) {
        TaskFailedException failure = cause.first();
        String key = failure.key().toString();
        Throwable thrown = failure.getCause() == null ? failure : failure.getCause();
        html.open("article", "class", "failure", "id", key).open("h3").text("✘ ");
        Anchor.add(html, key);
        html.text(" failed" + tries(failure)).close("h3").element("p", StackText.title(thrown), "class", "thrown");
        if (failure.attempts().size() > 1) {
            attempts(failure.attempts());
        }
        html.open("dl", "class", "details");
        if (failure.callSite() != null) {
            html.element("dt", "called at").open("dd");
            html.element("code", Texts.cut(failure.callSite().toString(), 500)).close("dd");
        }
        inputs(failure.inputs());
        ledTo(failure.ledTo());
        others(cause.others());
        if (failure.details().stream().anyMatch(line -> line.startsWith("again "))) {
            html.element("dt", "again").open("dd").element("code", "run.rerun(" + quoted(failure.key()) + ")");
            html.text(" runs this task alone, in your thread").close("dd");
        }
        html.close("dl");
        html.open("details", "open", "").element("summary", "stack").element("pre", StackText.of(thrown));
        html.close("details").close("article");
    }

    /** As in " 2 of 3 attempts", where it had several. */
    private static String tries(TaskFailedException failure) {
        int made = failure.attempts().get(failure.attempts().size() - 1).number();
        int most = failure.mostAttempts();
        return most == 1 ? "" : " " + made + " of " + most + " attempts";
    }

    private static String quoted(Key key) {
        return '"' + key.toString().replace("\"", "\\\"") + '"';
    }

    private void attempts(List<Attempt> attempts) {
        html.open("table", "class", "attempts").open("thead").open("tr");
        List.of("attempt", "time", "worker", "threw").forEach(head -> html.element("th", head, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
        int left = Math.max(0, attempts.size() - MOST_ATTEMPTS);
        for (Attempt attempt : attempts.subList(left, attempts.size())) {
            html.open("tr").element("td", Integer.toString(attempt.number()), "class", "number");
            String time =
                    attempt.time() == null ? "" : Durations.of(attempt.time().toNanos());
            html.element("td", time, "class", "number").element("td", Texts.oneLine(attempt.worker()));
            html.element("td", StackText.title(attempt.failure())).close("tr");
        }
        html.close("tbody").close("table");
        if (left > 0) {
            html.element("p", "Attempts 1 to " + left + " are left out.", "class", "note");
        }
    }

    private void inputs(List<String> inputs) {
        if (inputs.isEmpty()) {
            return;
        }
        html.element("dt", "inputs").open("dd").open("ul", "class", "inputs");
        inputs.stream().limit(MOST_INPUTS).forEach(input -> {
            int from = input.lastIndexOf(FROM);
            html.open("li")
                    .element("span", Texts.cut(from < 0 ? input : input.substring(0, from), 300), "class", "key");
            if (from >= 0) {
                html.text(FROM);
                Anchor.add(html, input.substring(from + FROM.length()));
            }
            html.close("li");
        });
        if (inputs.size() > MOST_INPUTS) {
            html.element("li", "and " + Amounts.of(inputs.size() - MOST_INPUTS) + " more");
        }
        html.close("ul").close("dd");
    }

    private void others(List<Key> others) {
        if (others.isEmpty()) {
            return;
        }
        html.element("dt", "also").open("dd");
        for (int i = 0; i < Math.min(OTHERS, others.size()); i++) {
            html.text(i == 0 ? "" : ", ");
            Anchor.add(html, others.get(i).toString());
        }
        int more = others.size() - OTHERS;
        html.text((more > 0 ? " and " + Amounts.of(more, "other") : "") + " (the same exception)")
                .close("dd");
    }

    private void ledTo(List<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        html.element("dt", "led to").open("dd");
        int from = Math.max(CHAIN - 1, keys.size() - 1);
        for (int i = 0; i < keys.size(); i++) {
            if (i < CHAIN - 1 || i >= from) {
                html.text(i == 0 ? "" : " → ");
                Anchor.add(html, keys.get(i).toString());
            } else if (i == CHAIN - 1) {
                html.text(" → … " + Amounts.of(keys.size() - CHAIN) + " more");
            }
        }
        html.text(" (not run)").close("dd");
    }
}
