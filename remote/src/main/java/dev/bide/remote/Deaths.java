package dev.bide.remote;

import dev.bide.schedule.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the loss of a worker. A task that is known to have been at work in several deaths fails; one that only
 * waited in a batch is never blamed. Where nobody can tell which task it was, those that may have been at work become
 * suspects: each is run again with nothing else at its worker, so that the next death tells.
 */
final class Deaths {
    private final Parts parts;

    Deaths(Parts parts) {
        this.parts = parts;
    }

    void take(Event.WorkerLost lost) {
        Worker worker = parts.workers.find(lost.worker());
        if (worker != null) {
            lose(worker, lost.cause(), lost.running());
        }
    }

    /** The brain itself gives a worker up. Its tasks may have nothing to do with that. */
    void dismiss(Worker worker, String why) {
        parts.out.add(new Command.Dismiss(worker.number, why));
        lose(worker, why, List.of());
    }

    private void lose(Worker worker, String cause, @Nullable List<TaskId> running) {
        parts.workers.remove(worker);
        List<Batch> batches = List.copyOf(worker.batches);
        batches.forEach(parts.batches::close);
        parts.copies.lost(worker);
        for (RunState run : parts.runs.all()) {
            parts.lineage.lost(run, lostResults(run, worker));
        }
        parts.fetches.lost(worker);
        for (int i = 0; i < batches.size(); i++) {
            takeBack(batches.get(i), i < worker.threads, cause, running);
        }
        parts.placement.scatter(worker);
    }

    private static IntList lostResults(RunState run, Worker worker) {
        IntList lost = new IntList();
        for (int task : run.holders.lose(worker.number)) {
            if (!run.holders.any(task) && run.table.state[task] == State.DONE) {
                lost.add(task);
            }
        }
        return lost;
    }

    private void takeBack(Batch batch, boolean mayRun, String cause, @Nullable List<TaskId> running) {
        RunState run = batch.run;
        Set<Integer> blamed = new HashSet<>();
        if (running != null) {
            running.stream().filter(id -> id.run() == run.id).forEach(id -> blamed.add(id.task()));
        } else if (batch.started >= 0) {
            blamed.add(batch.started);
        } else if (batch.exclusive) {
            blamed.add(batch.tasks.get(0));
        }
        boolean unknown = running == null && blamed.isEmpty() && mayRun;
        List<Integer> back = new ArrayList<>();
        for (int i = 0; i < batch.tasks.size(); i++) {
            if (batch.awaits(i)) {
                back.add(batch.tasks.get(i));
            }
        }
        for (int task : back) {
            if (run.table.state[task] != State.RUNNING) {
                continue; // the run has been stopped by one before
            }
            if (unknown && run.isRunning()) {
                run.careOf(task).suspect = true;
            }
            if (blamed.contains(task) && run.isRunning()) {
                blame(run, task, batch, cause);
            } else {
                parts.readiness.back(run, task);
            }
        }
    }

    private void blame(RunState run, int task, Batch batch, String cause) {
        Care care = run.careOf(task);
        care.deaths++;
        care.suspect = true;
        run.note(task, "was at work on " + batch.worker.name + " when that was lost: " + cause);
        Duration known = Duration.ofNanos(parts.now - batch.sent);
        String worker = batch.worker.name;
        boolean fails = care.deaths >= parts.options.deaths();
        WorkerLostException lost =
                fails ? WorkerLostException.last(worker, cause, care.deaths) : new WorkerLostException(worker, cause);
        care.note(new Attempt(care.made.size() + 1, worker, known, lost));
        if (!fails) {
            parts.readiness.back(run, task);
        } else {
            run.running--;
            parts.failures.fail(run, task, care.made, worker, batch.sent);
        }
    }
}
