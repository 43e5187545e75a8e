package dev.bide.internal.local;

import dev.bide.event.Event.Step;
import dev.bide.internal.run.Endings;
import dev.bide.internal.run.Interrupts;
import dev.bide.schedule.Attempt;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to tell of a task that threw: it fails, or goes down with its run. */
final class Attempts {
    /** How many attempts before the last are kept. */
    private static final int KEPT = 16;

    private Attempts() {}

    /** A task that has one attempt threw; gives what stands for its result. */
    static Object failed(LocalRun<?> run, Slot slot, Frame frame, int number, Throwable thrown) {
        slot.threw = System.nanoTime();
        Duration time = run.events == null ? null : Duration.ofNanos(slot.threw - slot.began);
        List<Attempt> made = List.of(new Attempt(1, slot.worker, time, thrown));
        Step down = goesDown(run, slot, frame, number, made, 1);
        if (down == null) {
            return run.failures().fail(run, slot, frame, number, made, 1);
        }
        if (run.events != null) {
            run.events.threw(down, slot, frame, number, thrown);
        }
        return Failures.Stopped.RUN;
    }

    /** What there is to tell of a task that fails now, though its function gave a result. */
    static List<Attempt> only(Slot slot, Throwable thrown) {
        slot.threw = System.nanoTime();
        return List.of(new Attempt(1, slot.worker, null, thrown));
    }

    static void note(List<Attempt> made, Attempt last) {
        if (made.size() > KEPT) {
            made.remove(KEPT);
        }
        made.add(last);
    }

    /** A task may throw the same object each time, which cannot be suppressed in itself. */
    @SuppressWarnings("ReferenceEquality") // equals would be the user's code, and equal exceptions are still two
    static void suppress(List<Attempt> made, Throwable last) {
        made.stream().map(Attempt::failure).filter(thrown -> thrown != last).forEach(last::addSuppressed);
    }

    /**
     * How a task ends that goes down with its run, or {@code null}: an exception in answer to an interrupt from outside
     * cancels the run; one that comes after a stop is only noted.
     */
    static @Nullable Step goesDown(
            LocalRun<?> run, Slot slot, Frame frame, int number, List<Attempt> made, int mostAttempts) {
        Throwable thrown = made.get(made.size() - 1).failure();
        boolean interrupt = thrown instanceof InterruptedException;
        if (run.stopped()) {
            if (Interrupts.isAnswer(thrown) || run.failures().inputsGone()) {
                return Step.CANCELLED;
            }
            run.failures().note(frame, number, made, mostAttempts);
            return Step.FAILED;
        }
        if (slot.outerStopped() || slot.callerInterrupted(interrupt)) {
            run.ending.cancel(Endings.INTERRUPTED);
            return Step.CANCELLED;
        }
        return run.cancelIfCallerInterrupted(interrupt) ? Step.CANCELLED : null;
    }
}
