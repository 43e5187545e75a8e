package dev.bide.diagnostics.internal.terminal;

import dev.bide.diagnostics.internal.analysis.Amounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The stack of an exception as far as it is the user's: the frames of Bide and of what calls Bide are counted, not shown. */
public final class ShortStack {
    private static final boolean FULL = "full".equals(System.getProperty("bide.stack"));

    /** What calls a task: the first such frame and all below it are left out. */
    private static final Pattern CALLER = Pattern.compile("dev\\.bide\\.graph\\.[^.]+");

    /** What may lie between a task and its caller. */
    private static final Pattern BETWEEN = Pattern.compile("(java\\.lang\\.reflect|jdk\\.internal\\.reflect)\\..*");

    private static final int MOST = 12;

    private ShortStack() {}

    /**
     * Shows what was thrown, where, and what caused it.
     *
     * @param thrown the exception
     * @return lines; the first is the exception's text
     */
    public static List<String> of(Throwable thrown) {
        return of(thrown, FULL);
    }

    static List<String> of(Throwable thrown, boolean full) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String label = "";
        for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
            lines.addAll(Arrays.asList((label + text(each)).split("\\R")));
            addFrames(each.getStackTrace(), full, lines);
            label = "Caused by: ";
        }
        return lines;
    }

    /** Whether a frame is Bide's that calls a task. */
    static boolean calls(StackTraceElement frame) {
        return CALLER.matcher(frame.getClassName()).matches();
    }

    /** The text of an exception is the user's code, and may throw. */
    static String text(Throwable thrown) {
        try {
            return Objects.requireNonNullElse(
                    thrown.toString(), thrown.getClass().getName());
        } catch (RuntimeException noText) {
            return thrown.getClass().getName();
        }
    }

    private static void addFrames(StackTraceElement[] stack, boolean full, List<String> lines) {
        int own = full ? stack.length : own(stack);
        int shown = full || own <= MOST + 1 ? own : MOST;
        for (int i = 0; i < shown; i++) {
            lines.add("    at " + stack[i]);
        }
        if (shown < own) {
            lines.add("    … " + (own - shown) + " more");
        }
        if (own < stack.length) {
            lines.add("    … " + Amounts.of(stack.length - own, "bide frame") + " hidden (-Dbide.stack=full)");
        }
    }

    /** How many frames from the top are the user's; all, if none seems to be. */
    private static int own(StackTraceElement[] stack) {
        int end = 0;
        while (end < stack.length && !calls(stack[end])) {
            end++;
        }
        while (end > 0 && BETWEEN.matcher(stack[end - 1].getClassName()).matches()) {
            end--;
        }
        return end == 0 ? stack.length : end;
    }
}
