package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.terminal.ShortStack;
import java.util.List;
import java.util.stream.Collectors;

/** What a task threw, no longer than a page has room for. Exceptions are the user's code, and may throw themselves. */
final class StackText {
    private static final int MOST_LINES = 80;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_TITLE = 300;

    private StackText() {}

    /** With its stack as far as that is the user's. */
    static String of(Throwable thrown) {
        try {
            List<String> lines = ShortStack.of(thrown);
            String more = lines.size() > MOST_LINES ? "\n… " + Amounts.of(lines.size() - MOST_LINES, "more line") : "";
            return lines.stream()
                    .limit(MOST_LINES)
                    .map(line -> Texts.cut(line, LONGEST_LINE))
                    .collect(Collectors.joining("\n", "", more));
        } catch (RuntimeException notTelling) {
            return thrown.getClass().getName() + " (more about it cannot be read)";
        }
    }

    /** Its type and message. */
    static String title(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String shown = name.isEmpty() ? thrown.getClass().getName() : name;
        try {
            String message = thrown.getMessage();
            return message == null ? shown : shown + ": " + Texts.cut(message, LONGEST_TITLE);
        } catch (RuntimeException notTelling) {
            return shown;
        }
    }
}
