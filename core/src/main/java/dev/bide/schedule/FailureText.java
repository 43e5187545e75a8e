package dev.bide.schedule;

import dev.bide.graph.CallSite;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how a task failed: what it threw, where it was called, with what, and what was not run because of it. */
final class FailureText {
    private static final int SHOWN = 60;
    private static final int CHAIN = 8;

    private FailureText() {}

    static String of(Plan plan, int task, @Nullable Object[] inputs, int attempts, Throwable cause, List<Key> ledTo) {
        List<String> lines = new ArrayList<>();
        String tries = attempts == 1 ? "" : " in each of " + attempts + " attempts";
        lines.add("task " + plan.key(task) + " failed" + tries + ": " + textOf(cause));
        addSite(lines, "called at  ", plan.callSite(task));
        addSite(lines, "task from  ", plan.taskSite(task));
        if (inputs.length > 0) {
            lines.add("inputs     "
                    + Arrays.stream(inputs).map(FailureText::brief).collect(Collectors.joining(" · ")));
        }
        if (!ledTo.isEmpty()) {
            lines.add("led to     " + chain(ledTo) + "  (not run)");
        }
        return String.join("\n    ", lines);
    }

    /** The text of an exception is the user's code, and may throw. */
    private static String textOf(Throwable cause) {
        try {
            return cause.toString();
        } catch (RuntimeException noText) {
            return cause.getClass().getName();
        }
    }

    private static void addSite(List<String> lines, String label, @Nullable CallSite site) {
        if (site != null) {
            lines.add(label + site);
        }
    }

    private static String chain(List<Key> keys) {
        int shownKeys = keys.size() > CHAIN + 1 ? CHAIN : keys.size();
        List<String> shown = keys.stream().limit(shownKeys).map(Key::toString).collect(Collectors.toList());
        if (keys.size() > shownKeys) {
            shown.add("… (" + (keys.size() - CHAIN - 1) + " more)");
            shown.add(keys.get(keys.size() - 1).toString());
        }
        return String.join(" → ", shown);
    }

    /** Calls no method of the user's: of what it does not know it shows the type alone. */
    private static String brief(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value.getClass().getModule() != Object.class.getModule()) {
            return type(value);
        }
        if (value instanceof CharSequence || value instanceof Path) {
            return quoted(value.toString());
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
            return value.toString();
        }
        return type(value);
    }

    private static String type(Object value) {
        String name = value.getClass().getSimpleName().isEmpty()
                ? value.getClass().getName()
                : value.getClass().getSimpleName();
        if (value.getClass().getModule() != Object.class.getModule()) {
            return name;
        }
        if (value instanceof Collection<?> items) {
            return "list of " + items.size();
        }
        return value instanceof Map<?, ?> map ? "map of " + map.size() : name;
    }

    private static String quoted(String text) {
        String line = new Key(text.isEmpty() ? " " : text).toString();
        return '"' + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : text.isEmpty() ? "" : line) + '"';
    }
}
