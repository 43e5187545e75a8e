package dev.bide.remote;

import dev.bide.event.Event.Step;
import java.time.Duration;

/** What workers tell of batches. What comes from a worker that is lost, twice, or of an attempt that is given up, is dropped. */
final class Answers {
    private static final int AT_ONCE = 2;
    private static final int LONGEST = 10;

    private final Parts parts;

    Answers(Parts parts) {
        this.parts = parts;
    }

    void started(Event.Started started) {
        parts.pings.heard(started.worker());
        Batch batch = parts.batches.find(started.batch());
        if (batch == null || batch.worker.number != started.worker() || batch.run.phase == RunState.Phase.ENDED) {
            return;
        }
        int task = started.task();
        if (!batch.awaitsTask(task)) {
            return;
        }
        batch.started = task;
        tellStarted(batch, task, started.began());
        if (batch.tasks.get(0) == task) {
            parts.retries.watch(batch, task);
        }
    }

    void take(Event.Answered answered) {
        parts.pings.heard(answered.worker());
        Batch batch = parts.batches.find(answered.batch());
        if (batch == null || batch.worker.number != answered.worker()) {
            return;
        }
        if (batch.run.phase == RunState.Phase.ENDED) {
            closeIf(answered.last(), batch);
            return;
        }
        for (Answer answer : answered.answers()) {
            if (answer instanceof Answer.InputMissing missing) {
                forgetMissing(batch, missing);
            }
        }
        if (answered.last()) {
            parts.batches.keepCopies(batch);
        }
        for (Answer answer : answered.answers()) {
            take(batch, answer);
        }
        if (answered.last()) {
            end(batch);
        }
    }

    private void closeIf(boolean last, Batch batch) {
        if (last) {
            parts.batches.close(batch);
        }
    }

    /** Where the brain thought that a result was, it is not. */
    private void forgetMissing(Batch batch, Answer.InputMissing answer) {
        RunState run = batch.run;
        IntList lost = new IntList();
        for (int input : answer.missing()) {
            for (int i = 0; i < batch.inputs.size(); i++) {
                if (batch.inputs.get(i) == input && batch.inputAttempts.get(i) >= 0) {
                    parts.fetches.notAt(run, input, batch.inputAttempts.get(i), batch.holders[i], lost);
                    batch.inputAttempts.set(i, -1);
                }
            }
        }
        parts.lineage.lost(run, lost);
    }

    private void take(Batch batch, Answer answer) {
        RunState run = batch.run;
        int task = answer.task();
        batch.started = batch.started == task ? -1 : batch.started;
        boolean current = run.table.state[task] == State.RUNNING && run.table.attempt[task] == answer.attempt();
        if (!current) {
            if (answer instanceof Answer.Done) {
                parts.out.release(batch.worker.number, run.id, task, answer.attempt());
            }
        } else if (batch.late != null && task == batch.tasks.get(0) && !(answer instanceof Answer.InputMissing)) {
            tooLate(batch, answer);
        } else if (answer instanceof Answer.Done done) {
            done(batch, done);
        } else if (answer instanceof Answer.Grew grew) {
            tellStarted(batch, task, grew.began());
            parts.ended = grew.ended();
            run.running--;
            run.toldStarted.clear(task);
            parts.growth.grew(batch, grew);
        } else if (answer instanceof Answer.Threw threw) {
            tellStarted(batch, task, threw.began());
            parts.retries.threw(run, task, batch.worker, threw.thrown(), threw.began(), threw.ended());
        } else if (answer instanceof Answer.InputMissing) {
            missed(run, task);
        } else {
            if (batch.recalled) {
                run.goAnywhere.set(task);
            }
            parts.readiness.back(run, task);
        }
    }

    private void tooLate(Batch batch, Answer answer) {
        if (answer instanceof Answer.Done) {
            parts.out.release(batch.worker.number, batch.run.id, answer.task(), answer.attempt());
        }
        Throwable thrown = answer instanceof Answer.Threw threw ? threw.thrown() : null;
        long began = began(answer, batch.sent);
        tellStarted(batch, answer.task(), began);
        parts.retries.tooLate(batch, answer.task(), thrown, began, parts.now);
    }

    private static long began(Answer answer, long otherwise) {
        if (answer instanceof Answer.Threw threw) {
            return threw.began();
        }
        return answer instanceof Answer.Done done ? done.began() : otherwise;
    }

    private void done(Batch batch, Answer.Done done) {
        RunState run = batch.run;
        int task = done.task();
        run.running--;
        tellStarted(batch, task, done.began());
        String worker = batch.worker.name;
        if (isToBeTold(run, task)) {
            parts.listening.tell(run, Step.FINISHED, task, worker, done.began(), done.ended(), done.bytes());
        }
        if (!run.isRunning()) {
            run.table.state[task] = State.CANCELLED;
            run.open--;
            return;
        }
        run.estimates.took(run.frame(task).slot(task), done.ended() - done.began());
        Care care = run.care(task);
        if (care != null) {
            care.succeeded();
        }
        run.table.bytes[task] = Math.max(0, done.bytes());
        run.holders.add(task, batch.worker.number);
        parts.ended = done.ended();
        parts.results.arrived(run, task);
        parts.copies.backUp(run, task, batch.worker, done.ended() - done.began());
    }

    /** In a run that was stopped between an input and the task, the task has not become ready. */
    private static boolean isToBeTold(RunState run, int task) {
        return run.isRunning() || run.table.pending[task] == 0;
    }

    private void tellStarted(Batch batch, int task, long began) {
        Care care = batch.run.care(task);
        boolean fallsBack = care != null && care.fallbackFor != null;
        if (isToBeTold(batch.run, task) && !fallsBack) {
            parts.listening.tell(batch.run, Step.STARTED, task, batch.worker.name, began, began, -1);
        }
    }

    /** An input was not to be had. It waits a little if that happens again and again. */
    private void missed(RunState run, int task) {
        Care care = run.careOf(task);
        care.missed++;
        if (care.missed <= AT_ONCE || !run.isRunning()) {
            parts.readiness.back(run, task);
        } else {
            run.running--;
            parts.retries.pause(run, task, Duration.ofMillis(1L << Math.min(LONGEST, care.missed)));
        }
    }

    private void end(Batch batch) {
        for (int i = 0; i < batch.tasks.size(); i++) {
            if (batch.awaits(i)) {
                parts.readiness.back(batch.run, batch.tasks.get(i));
            }
        }
        parts.batches.close(batch);
    }
}
