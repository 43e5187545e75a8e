package dev.bide.diagnostics.internal.terminal;

import dev.bide.graph.Key;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Why tasks failed: those whose exceptions are of one type, thrown in one place of the user's code.
 *
 * @param failures what they threw, the first that failed first
 */
public record RootCause(List<TaskFailedException> failures) {
    private static final Pattern PLATFORM = Pattern.compile("(java|javax|jdk|sun)\\..*");

    /**
     * Sorts failures by their causes.
     *
     * @param failures what tasks threw
     * @return the causes, in the order of their first failures
     */
    public static List<RootCause> of(List<TaskFailedException> failures) {
        Map<Object, List<TaskFailedException>> byPlace = new LinkedHashMap<>();
        for (TaskFailedException failure : failures) {
            byPlace.computeIfAbsent(place(failure), ignored -> new ArrayList<>())
                    .add(failure);
        }
        return byPlace.values().stream().map(List::copyOf).map(RootCause::new).toList();
    }

    private static Object place(TaskFailedException failure) {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        StackTraceElement[] stack = cause.getStackTrace();
        return List.of(cause.getClass(), stack.length == 0 ? failure.key() : thrower(stack));
    }

    /** The JDK throws for many reasons in one place: what called it says more, unless Bide did. */
    private static StackTraceElement thrower(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> !PLATFORM.matcher(frame.getClassName()).matches())
                .findFirst()
                .filter(frame -> !ShortStack.calls(frame))
                .orElse(stack[0]);
    }

    /**
     * Gives what failed first.
     *
     * @return the failure to tell
     */
    public TaskFailedException first() {
        return failures.get(0);
    }

    /**
     * Gives the other tasks that failed so.
     *
     * @return their keys
     */
    public List<Key> others() {
        return failures.stream().skip(1).map(TaskFailedException::key).toList();
    }
}
