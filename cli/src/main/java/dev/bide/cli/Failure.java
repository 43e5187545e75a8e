package dev.bide.cli;

import dev.bide.graph.Detached;
import dev.bide.graph.Plan;
import dev.bide.remote.codec.UnencodableException;
import dev.bide.schedule.TaskFailedException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prints what a program threw: what happened to its tasks, and of each stack the part that is the program's. */
final class Failure {
    /** What lies between the program and its caller: {@link MainMethod#call}, {@link Plan#call} or, on a worker, {@link Detached#call}. */
    private static final Pattern BETWEEN =
            Pattern.compile("(dev\\.bide\\.graph|java\\.lang\\.reflect|jdk\\.internal\\.reflect)\\..*");

    /** Examples are programs. */
    private static final Pattern BIDE = Pattern.compile("dev\\.bide\\.(?!examples\\.).*");

    private static final Pattern BIDE_OR_JDK = Pattern.compile("(java|jdk)\\..*|" + BIDE);

    private static final Set<String> TASK_CALLERS = Set.of(Plan.class.getName(), Detached.class.getName());

    private Failure() {}

    static void print(Throwable thrown, PrintStream out) {
        shorten(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (thrown.getCause() instanceof UnencodableException) { // it says the same again
            out.println(thrown);
            Arrays.stream(thrown.getStackTrace()).forEach(frame -> out.println("\tat " + frame));
            return;
        }
        if (!(thrown instanceof TaskFailedException)) {
            thrown.printStackTrace(out);
            return;
        }
        out.println(thrown.getMessage());
        if (thrown.getCause() != null) {
            out.print("Caused by: ");
            thrown.getCause().printStackTrace(out);
        }
        for (Throwable other : thrown.getSuppressed()) {
            out.print("Also: ");
            print(other, out);
        }
    }

    private static void shorten(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return;
        }
        StackTraceElement[] stack = thrown.getStackTrace();
        int end = ofProgram(stack);
        int begin = ofBide(stack, end);
        thrown.setStackTrace(Arrays.copyOfRange(stack, begin < end ? begin : 0, end));
        shorten(thrown.getCause(), seen);
        for (Throwable suppressed : thrown.getSuppressed()) {
            shorten(suppressed, seen);
        }
    }

    /** How many frames, from the top, are the task's or the program's own; all, if none seems to be. */
    private static int ofProgram(StackTraceElement[] stack) {
        int end = 0;
        while (end < stack.length && !callsProgram(stack[end])) {
            end++;
        }
        while (end > 0 && isOf(BETWEEN, stack[end - 1])) {
            end--;
        }
        return end == 0 ? stack.length : end;
    }

    /** How many frames, from the top, are Bide's own and what it calls; none, if it was not Bide that threw. */
    private static int ofBide(StackTraceElement[] stack, int end) {
        int begin = 0;
        while (begin < end && isOf(begin == 0 ? BIDE : BIDE_OR_JDK, stack[begin])) {
            begin++;
        }
        return begin;
    }

    private static boolean isOf(Pattern names, StackTraceElement frame) {
        return names.matcher(frame.getClassName()).matches();
    }

    private static boolean callsProgram(StackTraceElement frame) {
        String type = frame.getClassName();
        boolean callsTask = TASK_CALLERS.contains(type) && frame.getMethodName().equals("call");
        return callsTask || type.startsWith("dev.bide.cli.");
    }
}
