package dev.bide.diagnostics.internal.terminal;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.analysis.Durations;
import dev.bide.diagnostics.internal.recording.FailedAttempt;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.graph.Key;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.TaskFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All there is to say about a failed task, and about others that failed for the same reason. */
final class FailureCard {
    private static final int OTHERS = 5;
    private static final long AT_ONCE = 1_000_000;

    private final Recording recording;
    private final TaskFailedException failure;
    private final List<Key> others;

    private FailureCard(Recording recording, TaskFailedException failure, List<Key> others) {
        this.recording = recording;
        this.failure = failure;
        this.others = others;
    }

    /**
     * Makes a card.
     *
     * @param recording of the run
     * @param cause tasks that failed for one reason
     * @param report where the report is, if there is one
     * @return its lines
     */
    static List<String> of(Recording recording, RootCause cause, @Nullable Path report) {
        return new FailureCard(recording, cause.first(), cause.others()).lines(report);
    }

    private List<String> lines(@Nullable Path report) {
        List<String> lines = new ArrayList<>();
        lines.add(failure.key() + "  failed" + tries());
        if (failure.attempts().size() > 1) {
            lines.addAll(attempts());
        }
        lines.addAll(ShortStack.of(failure.getCause() == null ? failure : failure.getCause()));
        lines.addAll(failure.details());
        if (!others.isEmpty()) {
            lines.add("also       " + others());
        }
        if (report != null) {
            lines.add("report     " + report + "#" + failure.key());
        }
        return lines;
    }

    private String tries() {
        int most = failure.mostAttempts();
        return most == 1 ? "" : " " + last().number() + " of " + most + " attempts";
    }

    private Attempt last() {
        return failure.attempts().get(failure.attempts().size() - 1);
    }

    @SuppressWarnings("ReferenceEquality") // equals would be the user's code
    private List<FailedAttempt> heard() {
        Throwable thrown = last().failure();
        int row = recording.failedAttempts().stream()
                .filter(each -> each.failure() == thrown && each.row() >= 0)
                .filter(each -> recording.key(each.row()).equals(failure.key()))
                .mapToInt(FailedAttempt::row)
                .findFirst()
                .orElse(-1);
        return recording.failedAttempts().stream()
                .filter(each -> each.row() == row && row >= 0)
                .toList();
    }

    private List<String> attempts() {
        List<FailedAttempt> heard = heard();
        List<List<String>> cells = new ArrayList<>();
        for (Attempt attempt : failure.attempts()) {
            cells.add(List.of(
                    String.valueOf(attempt.number()),
                    attempt.time() == null ? "" : Durations.of(attempt.time().toNanos()),
                    attempt.worker(),
                    oneLine(attempt.failure()),
                    after(attempt, heard)));
        }
        return Table.lines(cells).stream().map(line -> "    " + line).toList();
    }

    private static String oneLine(Throwable thrown) {
        String text = ShortStack.text(thrown).lines().findFirst().orElse("");
        String type = thrown.getClass().getName();
        return text.startsWith(type) ? text.substring(type.lastIndexOf('.') + 1) : text;
    }

    /** What was done about a failed attempt: the next began at once, or later, or never. */
    private String after(Attempt attempt, List<FailedAttempt> heard) {
        if (attempt.number() == last().number()) {
            return attempt.failure() instanceof Exception ? "" : "not retryable";
        }
        long ended = time(heard, attempt.number(), false);
        long began = time(heard, attempt.number() + 1, true);
        return ended < 0 || began - ended < AT_ONCE ? "retried" : "retried after " + Durations.of(began - ended);
    }

    private static long time(List<FailedAttempt> heard, int attempt, boolean began) {
        return heard.stream()
                .filter(each -> each.attempt() == attempt)
                .mapToLong(each -> began ? each.began() : each.ended())
                .findFirst()
                .orElse(-1);
    }

    private String others() {
        String some = others.stream().limit(OTHERS).map(Key::toString).collect(Collectors.joining(", "));
        int more = others.size() - OTHERS;
        return some + (more > 0 ? " and " + Amounts.of(more, "other") : "") + "  (the same exception)";
    }
}
