package dev.bide.internal.local;

import dev.bide.event.Event.Step;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What happens to a task that threw: it is tried again, or fails, or goes down with its run. */
final class Attempts {
    /** How many earlier exceptions are kept. */
    private static final int KEPT = 16;

    private Attempts() {}

    /** Gives the result of a later attempt, or what stands for it. */
    static @Nullable Object again(LocalRun<?> run, Slot slot, Frame frame, int number, Throwable first) {
        Throwable thrown = first;
        List<Throwable> earlier = new ArrayList<>();
        int retries = frame.plan.retries(number);
        for (int attempt = 1; ; attempt++) {
            if (goesDown(run, slot, frame, number, attempt, thrown)) {
                return Failures.Stopped.RUN;
            }
            if (attempt > retries || !(thrown instanceof Exception)) {
                suppress(earlier, thrown);
                return run.failures().fail(run, frame, number, attempt, thrown);
            }
            if (run.events != null) {
                run.events.tell(Step.RETRIED, frame, number, thrown);
            }
            try {
                return frame.plan.call(number, frame.results);
            } catch (Throwable next) {
                if (earlier.size() < KEPT) {
                    earlier.add(thrown);
                }
                thrown = next;
            }
        }
    }

    /** A task may throw the same object each time, which cannot be suppressed in itself. */
    private static void suppress(List<Throwable> earlier, Throwable last) {
        earlier.stream().filter(thrown -> !thrown.equals(last)).forEach(last::addSuppressed);
    }

    /** An exception in answer to an interrupt from outside cancels the run; one that comes after a stop is only noted. */
    private static boolean goesDown(
            LocalRun<?> run, Slot slot, Frame frame, int number, int attempt, Throwable thrown) {
        if (run.stopped()) {
            if (!isAnswerToInterrupt(thrown)) {
                run.failures().note(frame, number, attempt, thrown);
            }
            return true;
        }
        if (slot.outerStopped() || slot.callerInterrupted(thrown instanceof InterruptedException)) {
            run.ending.cancel(LocalRun.INTERRUPTED);
            return true;
        }
        return run.cancelIfCallerInterrupted(thrown instanceof InterruptedException);
    }

    private static boolean isAnswerToInterrupt(Throwable thrown) {
        return thrown instanceof InterruptedException
                || thrown instanceof CancellationException
                || thrown instanceof ClosedByInterruptException
                || thrown instanceof InterruptedIOException;
    }
}
