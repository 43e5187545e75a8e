package dev.bide.internal.local;

import dev.bide.internal.run.Interrupts;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that may take only so long. When its time is up its thread is interrupted; if it has not answered when the run's
 * grace time is up too, it is given up, and whatever it gives later is dropped.
 *
 * <p>The attempt ends once: its own thread and the timer's decide under the lock which of them ends it.
 */
final class TimedAttempt {
    /** How an attempt ended, for its own thread. */
    enum End {
        IN_TIME,
        TOO_LATE,
        GIVEN_UP
    }

    private final Slot slot;
    private final Duration timeout;
    private final HandledTask task;
    private volatile @Nullable Future<?> timer;
    private boolean over;
    private boolean late;
    private boolean givenUp;

    private TimedAttempt(Slot slot, Duration timeout, HandledTask task) {
        this.slot = slot;
        this.timeout = timeout;
        this.task = task;
    }

    static TimedAttempt begin(Slot slot, Duration timeout, HandledTask task) {
        TimedAttempt attempt = new TimedAttempt(slot, timeout, task);
        attempt.start();
        return attempt;
    }

    /** Under the lock, so that the timer which this one may start in no time is not overwritten. */
    private synchronized void start() {
        timer = RunTimer.after(timeout, this::timeUp);
    }

    private synchronized void timeUp() {
        if (over) {
            return;
        }
        late = true;
        slot.interruptTask();
        if (!task.run.hands.alone()) {
            timer = RunTimer.after(task.grace(), this::giveUp);
        }
    }

    private void giveUp() {
        synchronized (this) {
            if (over || task.run.stopped()) {
                return;
            }
            over = true;
            givenUp = true;
        }
        task.giveUp(
                new TimeoutException(text() + " and ignores its interrupt: it was still at work "
                        + task.grace().toMillis() + " ms later. Its result will be dropped."),
                slot);
    }

    /** The attempt has returned or thrown; takes back the interrupt. */
    End end() {
        boolean lost;
        synchronized (this) {
            lost = givenUp;
            over = true;
        }
        Future<?> waiting = timer;
        if (waiting != null) {
            waiting.cancel(false);
        }
        if (late) {
            slot.takeBackInterrupt();
        }
        return lost ? End.GIVEN_UP : late ? End.TOO_LATE : End.IN_TIME;
    }

    /** What an attempt throws whose time was up; what it threw itself is only worth telling if it is no mere answer. */
    Throwable tooLate(@Nullable Throwable thrown) {
        TimeoutException exception = new TimeoutException(text());
        if (thrown != null && !Interrupts.isAnswer(thrown)) {
            exception.addSuppressed(thrown);
        }
        return exception;
    }

    private String text() {
        return "took longer than its timeout of " + timeout.toMillis() + " ms";
    }
}
