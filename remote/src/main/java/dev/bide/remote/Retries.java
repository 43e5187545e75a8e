package dev.bide.remote;

import dev.bide.event.Event.Step;
import dev.bide.graph.Retry;
import dev.bide.internal.run.Interrupts;
import dev.bide.schedule.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What to do after an attempt that threw or took too long: another attempt, the fallback, or nothing more. */
final class Retries {
    private final Parts parts;

    Retries(Parts parts) {
        this.parts = parts;
    }

    /** A running task threw; it is in no batch's way any more. */
    void threw(RunState run, int task, Worker worker, Throwable thrown, long began, long ended) {
        run.running--;
        parts.runs.touch(run);
        if (!run.isRunning()) {
            run.table.state[task] = State.CANCELLED;
            run.open--;
            threwAfterStop(run, task, worker, thrown, began, ended);
            return;
        }
        Duration took = Duration.ofNanos(ended - began);
        Care care = run.careAsked(task);
        if (care == null) {
            List<Attempt> only = List.of(new Attempt(1, worker.name, took, thrown));
            parts.failures.fail(run, task, only, worker.name, began);
            return;
        }
        care.tries += care.fallbackFor == null ? 1 : 0;
        care.note(new Attempt(care.tries, worker.name, took, thrown));
        Duration wait = waitAfter(care, thrown);
        run.table.state[task] = State.WAITING;
        if (wait != null) {
            parts.listening.threw(run, Step.RETRIED, task, worker.name, began, ended, thrown);
            pause(run, task, wait);
        } else {
            endOrFallBack(run, task, care, worker, thrown, began, ended);
        }
    }

    private void endOrFallBack(
            RunState run, int task, Care care, Worker worker, Throwable thrown, long began, long ended) {
        if (care.handling.fallback() != null && care.fallbackFor == null && thrown instanceof Exception) {
            parts.listening.threw(run, Step.FELL_BACK, task, worker.name, began, ended, thrown);
            care.fallbackFor = thrown;
            parts.readiness.again(run, task);
        } else {
            parts.failures.fail(run, task, care.made, worker.name, began);
        }
    }

    /** What a task throws in answer to the stop says nothing; anything else must not be lost. */
    private void threwAfterStop(RunState run, int task, Worker worker, Throwable thrown, long began, long ended) {
        Step step = Interrupts.isAnswer(thrown) ? Step.CANCELLED : Step.FAILED;
        if (step == Step.FAILED) {
            Care care = run.careOf(task);
            care.tries++;
            care.note(new Attempt(care.tries, worker.name, Duration.ofNanos(ended - began), thrown));
            parts.out.add(new Command.Fail(run.id, task, List.copyOf(care.made), care.handling.mostAttempts()));
        }
        if (run.table.pending[task] == 0) {
            parts.listening.threw(run, step, task, worker.name, began, ended, thrown);
        }
    }

    private @Nullable Duration waitAfter(Care care, Throwable thrown) {
        Retry retry = care.handling.retry();
        if (retry == null
                || care.fallbackFor != null
                || care.tries > retry.times()
                || !(thrown instanceof Exception exception)) {
            return null;
        }
        try {
            return retry.retried().test(exception) ? retry.waitAfter(care.tries, parts.random.nextDouble()) : null;
        } catch (RuntimeException | Error unanswered) {
            exception.addSuppressed(unanswered);
            return null;
        }
    }

    /** Lets a waiting task wait some time more, without a worker. */
    void pause(RunState run, int task, Duration wait) {
        if (wait.isZero()) {
            parts.readiness.again(run, task);
            return;
        }
        run.table.state[task] = State.PAUSED;
        run.later++;
        int attempt = run.table.attempt[task];
        parts.timers.after(parts.now, wait, () -> resume(run, task, attempt));
    }

    private void resume(RunState run, int task, int attempt) {
        if (run.isRunning() && run.table.state[task] == State.PAUSED && run.table.attempt[task] == attempt) {
            run.table.state[task] = State.WAITING;
            run.later--;
            parts.runs.touch(run);
            parts.readiness.again(run, task);
        }
    }

    /** The one task of a batch is at work: it must not be for longer than it may. */
    void watch(Batch batch, int task) {
        Care care = batch.run.care(task);
        if (care == null || care.fallbackFor != null) {
            return;
        }
        Duration timeout = care.handling.timeout();
        if (timeout != null) {
            parts.timers.after(parts.now, timeout, () -> late(batch, task, timeout));
        }
    }

    private void late(Batch batch, int task, Duration timeout) {
        if (parts.batches.find(batch.id) == batch && batch.tasks.get(0) == task && batch.awaits(0)) {
            batch.late = new TimeoutException("took longer than its timeout of " + timeout.toMillis() + " ms");
            parts.batches.interrupt(batch);
        }
    }

    /** A task has answered after its time was up. What it threw is worth telling if it is no mere answer to its interrupt. */
    void tooLate(Batch batch, int task, @Nullable Throwable thrown, long began, long ended) {
        TimeoutException late = Objects.requireNonNull(batch.late);
        if (thrown != null && !Interrupts.isAnswer(thrown)) {
            late.addSuppressed(thrown);
        }
        threw(batch.run, task, batch.worker, late, began, ended);
    }

    /**
     * A task has not even answered its interrupt: it is not tried again.
     *
     * @param fate what becomes of its worker
     * @return whether the task fails of that, so that its run need not tell that it is still at work
     */
    boolean giveUp(Batch batch, String fate) {
        RunState run = batch.run;
        int task = batch.tasks.get(0);
        if (batch.late == null || !batch.awaits(0) || !run.isRunning()) {
            return false;
        }
        Care care = run.careOf(task);
        long waited = run.options.grace().toMillis();
        TimeoutException deaf = new TimeoutException(batch.late.getMessage()
                + " and ignores its interrupt: it was still at work " + waited
                + " ms later. " + fate);
        run.running--;
        care.tries++;
        care.note(new Attempt(care.tries, batch.worker.name, Duration.ofNanos(parts.now - batch.sent), deaf));
        run.table.state[task] = State.WAITING;
        endOrFallBack(run, task, care, batch.worker, deaf, batch.sent, parts.now);
        return true;
    }
}
