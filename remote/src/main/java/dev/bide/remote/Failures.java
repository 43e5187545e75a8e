package dev.bide.remote;

import dev.bide.event.Event.Step;
import dev.bide.schedule.Attempt;
import java.util.List;

/** Tasks that failed for good, and what cannot run because of them. */
final class Failures {
    private final Parts parts;

    Failures(Parts parts) {
        this.parts = parts;
    }

    /** A task has failed. Its state is none of those that wait for something. */
    void fail(RunState run, int task, List<Attempt> attempts, String worker, long began) {
        Attempt lastAttempt = attempts.get(attempts.size() - 1);
        Throwable last = lastAttempt.failure();
        Care care = run.care(task);
        int most = care == null ? 1 : care.handling.mostAttempts();
        most = last instanceof WorkerLostException ? lastAttempt.number() : most;
        parts.out.add(new Command.Fail(run.id, task, List.copyOf(attempts), most));
        parts.listening.threw(run, Step.FAILED, task, worker, began, parts.now, last);
        run.note(task, "failed: " + last.getClass().getName()); // its text is the user's code
        settle(run, task, State.FAILED, task);
        if (run.options.goesOn()) {
            skipDependents(run, task);
        } else {
            parts.runs.stop(run, null);
        }
    }

    /** A task that waits cannot run, because something it needs is missing. */
    void skip(RunState run, int task, int missing) {
        skipOne(run, task, run.because.getOrDefault(missing, missing));
        skipDependents(run, task);
    }

    private void skipOne(RunState run, int task, int because) {
        parts.readiness.leave(run, task, State.WAITING);
        parts.listening.tell(run, Step.SKIPPED, task);
        settle(run, task, State.SKIPPED, because);
    }

    private void settle(RunState run, int task, byte to, int because) {
        run.table.state[task] = to;
        run.open--;
        run.because.put(task, because);
        if (run.aliases.has(task)) {
            parts.results.letGo(run, run.aliases.source(task));
        } else {
            parts.results.letGoInputs(run, task);
        }
        if (run.wanted.get(task) && !run.fetched.get(task)) {
            run.unfetched--;
        }
        parts.runs.touch(run);
    }

    /** Those that a worker has are left there: they may have got what they need before. */
    private void skipDependents(RunState run, int failed) {
        IntList todo = new IntList();
        todo.add(failed);
        while (!todo.isEmpty()) {
            int task = todo.pop();
            int because = run.because.getOrDefault(task, task);
            Frame frame = run.frame(task);
            for (int at = frame.firstDependent(task); at < frame.endOfDependents(task); at++) {
                int dependent = frame.dependent(at);
                if (!run.aliases.has(dependent)) {
                    skipWaiting(run, dependent, because, todo);
                }
            }
            for (int alias : run.aliases.of(task)) {
                skipWaiting(run, alias, because, todo);
            }
        }
    }

    private void skipWaiting(RunState run, int task, int because, IntList todo) {
        byte state = run.table.state[task];
        if (State.isOpen(state) && state != State.RUNNING) {
            skipOne(run, task, because);
            todo.add(task);
        }
    }
}
