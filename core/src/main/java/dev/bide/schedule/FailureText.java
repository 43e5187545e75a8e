package dev.bide.schedule;

import dev.bide.graph.CallSite;
import dev.bide.graph.Input;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says how a task failed: what it threw, where it was called, with what, and what was not run because of it.
 *
 * @param first the first line
 * @param details the other lines, each with its label
 * @param inputs the task's inputs in short
 * @param ledTo what was not run
 * @param mostAttempts how often the task might have been tried
 */
record FailureText(String first, List<String> details, List<String> inputs, List<Key> ledTo, int mostAttempts) {
    private static final int CHAIN = 8;
    private static final int INPUTS = 20;

    /** A text of an exception that is longer than this is cut; the exception itself is the cause, and has all of it. */
    private static final int MOST = 4000;

    static FailureText of(
            Plan plan,
            int task,
            @Nullable Object[] arguments,
            List<Attempt> attempts,
            int mostAttempts,
            boolean again) {
        List<Key> ledTo = plan.chainFrom(task);
        List<String> inputs =
                plan.inputs(task, arguments).stream().map(FailureText::brief).toList();
        List<String> lines = new ArrayList<>();
        addSite(lines, "called at  ", plan.callSite(task));
        addSite(lines, "task from  ", plan.taskSite(task));
        if (!inputs.isEmpty()) {
            lines.add("inputs     " + listed(inputs));
        }
        if (!ledTo.isEmpty()) {
            lines.add("led to     " + chain(ledTo) + "  (not run)");
        }
        if (again) {
            lines.add("again      run.rerun(\"" + plan.key(task) + "\") runs this task alone, in your thread");
        }
        Attempt last = attempts.get(attempts.size() - 1);
        String first = "task " + plan.key(task) + " failed" + tries(last.number(), mostAttempts) + ": "
                + textOf(last.failure());
        return new FailureText(first, lines, inputs, ledTo, mostAttempts);
    }

    String message() {
        return first + details.stream().map("\n    "::concat).collect(Collectors.joining());
    }

    private static String tries(int made, int most) {
        return most == 1 ? "" : " " + made + " of " + most + " attempts";
    }

    /** The text of an exception is the user's code: it may throw anything, give nothing, or be of any length. */
    private static String textOf(Throwable cause) {
        try {
            String text = cause.toString();
            return text.length() <= MOST ? text : cut(text);
        } catch (Throwable noText) {
            return cause.getClass().getName();
        }
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }

    private static void addSite(List<String> lines, String label, @Nullable CallSite site) {
        if (site != null) {
            lines.add(label + site);
        }
    }

    private static String brief(Input input) {
        String name = input.parameter() == null ? "" : input.parameter() + " ";
        String from = input.from() == null ? "" : ", from " + input.from();
        return name + ShortValue.of(input.value()) + from;
    }

    private static String listed(List<String> inputs) {
        String more = inputs.size() > INPUTS ? " · … (" + (inputs.size() - INPUTS) + " more)" : "";
        return inputs.stream().limit(INPUTS).collect(Collectors.joining(" · ")) + more;
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
}
