package dev.bide.internal.local;

import dev.bide.event.Event.Step;
import dev.bide.graph.Fn1;
import dev.bide.graph.Handling;
import dev.bide.graph.Retry;
import dev.bide.internal.run.Deadline;
import dev.bide.schedule.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One task that asks for more than to be called, from its first attempt to its last.
 *
 * <p>One worker at a time works on it: it is taken out of the parked ones, and parked again as the last thing done. But an
 * attempt that ignores its interrupt is given up: the task goes on without it, under the lock of {@link TimedAttempt}.
 */
final class HandledTask {
    /** Says that the next attempt comes at once. */
    private static final Object AGAIN = new Object();

    final LocalRun<?> run;
    final LimitPlace place;
    private final Frame frame;
    private final int number;
    private final Handling handling;
    private final List<Attempt> made = new ArrayList<>();
    private int attempt;
    private @Nullable Throwable givenUp;
    private volatile @Nullable Future<?> timer;

    HandledTask(LocalRun<?> run, Frame frame, int number, Handling handling) {
        this.run = run;
        this.frame = frame;
        this.number = number;
        this.handling = handling;
        this.place = new LimitPlace(this, handling.limit());
    }

    /** What an attempt threw. */
    private record Thrown(Throwable what) {}

    long id() {
        return Ready.task(frame, number);
    }

    HandledTasks all() {
        return Objects.requireNonNull(run.handled);
    }

    /** Makes one attempt after the other. Gives a result, or what stands for it. */
    @Nullable
    Object run(Slot slot) {
        if (givenUp != null) {
            slot.attempt = attempt;
            slot.began = System.nanoTime();
            slot.threw = slot.began;
            return conclude(slot, givenUp, Duration.ZERO);
        }
        while (true) {
            Object given = attempt(slot);
            if (!(given instanceof Thrown thrown)) {
                place.leave();
                return given;
            }
            Object end = afterwards(slot, thrown.what(), Duration.ofNanos(slot.threw - slot.began));
            if (end != AGAIN) {
                return end;
            }
            run.dropStrayInterrupt(slot);
        }
    }

    private @Nullable Object attempt(Slot slot) {
        attempt++;
        Duration timeout = handling.timeout();
        slot.attempt = attempt;
        slot.began = System.nanoTime();
        if (run.events != null) {
            run.events.begun(slot, frame, number, attempt);
        }
        TimedAttempt timed = timeout == null ? null : TimedAttempt.begin(slot, timeout, this);
        Object given;
        try {
            given = frame.call(number);
        } catch (Throwable thrown) {
            given = new Thrown(thrown);
        }
        slot.threw = System.nanoTime();
        if (timed == null) {
            return given;
        }
        return switch (timed.end()) {
            case IN_TIME -> given;
            case GIVEN_UP -> HandledTasks.LATER;
            case TOO_LATE -> new Thrown(timed.tooLate(given instanceof Thrown thrown ? thrown.what() : null));
        };
    }

    /** What to do after an attempt that threw: a result, which may be null, what stands for one, or to try again. */
    private @Nullable Object afterwards(Slot slot, Throwable thrown, Duration took) {
        Attempts.note(made, new Attempt(attempt, slot.worker, took, thrown));
        Duration wait = waitAfter(thrown);
        boolean last = wait == null && !fallsBack(thrown);
        Step down = run.stopped() && !last ? Step.CANCELLED : down(slot);
        if (goesDown(down, slot, thrown)) {
            place.leave();
            return Failures.Stopped.RUN;
        }
        if (wait == null) {
            Object end = conclude(slot, thrown, took);
            place.leave();
            return end;
        }
        if (run.events != null) {
            run.events.threw(Step.RETRIED, slot, frame, number, thrown);
        }
        return wait.isZero() ? AGAIN : pause(wait);
    }

    private @Nullable Step down(Slot slot) {
        return Attempts.goesDown(run, slot, frame, number, made, handling.mostAttempts());
    }

    /** What was thrown last takes the task down with its run. */
    private boolean goesDown(@Nullable Step down, Slot slot, Throwable thrown) {
        if (down != null && run.events != null) {
            run.events.threw(down, slot, frame, number, thrown);
        }
        return down != null;
    }

    private boolean fallsBack(Throwable thrown) {
        return handling.fallback() != null && thrown instanceof Exception;
    }

    /** How long to wait for the next attempt, or {@code null} if there is none. */
    private @Nullable Duration waitAfter(Throwable thrown) {
        Retry retry = handling.retry();
        if (retry == null || attempt > retry.times() || !(thrown instanceof Exception exception)) {
            return null;
        }
        try {
            return retry.retried().test(exception)
                    ? retry.waitAfter(attempt, ThreadLocalRandom.current().nextDouble())
                    : null;
        } catch (Throwable unanswered) {
            exception.addSuppressed(unanswered);
            return null;
        }
    }

    /** Waits without a thread; or, on the caller's thread, in place. */
    private Object pause(Duration wait) {
        place.leave();
        if (run.hands.alone()) {
            return waited(wait) && place.enter() ? AGAIN : Failures.Stopped.RUN;
        }
        all().park(this);
        timer = RunTimer.after(wait, () -> all().comeBack(this));
        all().dropIfStopped(this);
        return HandledTasks.LATER;
    }

    private boolean waited(Duration wait) {
        try {
            return !new CountDownLatch(1).await(Deadline.nanos(wait), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            run.cancelIfCallerInterrupted(true);
            return false;
        }
    }

    /** No attempt is left. */
    private @Nullable Object conclude(Slot slot, Throwable thrown, Duration took) {
        Fn1<? super Exception, ? extends @Nullable Object> fallback = handling.fallback();
        Throwable last = thrown;
        if (fallback != null && thrown instanceof Exception exception) {
            if (run.events != null) {
                run.events.threw(Step.FELL_BACK, slot, frame, number, thrown);
            }
            try {
                return fallback.apply(exception);
            } catch (Throwable second) {
                last = second;
                made.add(new Attempt(attempt, slot.worker, took, second));
                slot.threw = System.nanoTime();
                if (goesDown(down(slot), slot, second)) {
                    return Failures.Stopped.RUN;
                }
            }
        }
        Attempts.suppress(made, last);
        return run.failures().fail(run, slot, frame, number, made, handling.mostAttempts());
    }

    /** The attempt under way ignores its interrupt. It is told by the timer's thread, which runs no code of the user's. */
    void giveUp(Throwable thrown, Slot at) {
        givenUp = thrown;
        Attempts.note(made, new Attempt(attempt, at.worker, Duration.ofNanos(System.nanoTime() - at.began), thrown));
        if (handling.fallback() == null && !run.failures().goesOn()) {
            Attempts.suppress(made, thrown);
            run.failures().fail(run, Slot.like(at, attempt), frame, number, made, handling.mostAttempts());
        } else {
            all().park(this);
            all().comeBack(this);
            all().dropIfStopped(this);
        }
    }

    /** It goes on without its last attempt, which keeps the place until it returns. */
    boolean isGivenUp() {
        return givenUp != null;
    }

    Duration grace() {
        return run.options().grace();
    }

    /** The run goes on without this task. */
    void drop() {
        Future<?> waiting = timer;
        if (waiting != null) {
            waiting.cancel(false);
        }
        if (!isGivenUp()) {
            place.drop();
        }
    }
}
