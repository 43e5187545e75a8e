package dev.bide.remote;

import dev.bide.event.Event.Step;

/** Results that are there and how long: a result is let go when its last use is over. */
final class Results {
    private final Parts parts;
    private final IntList open = new IntList();

    Results(Parts parts) {
        this.parts = parts;
    }

    /** A task has its result, and so has every task that stands for it. */
    void arrived(RunState run, int task) {
        int end = open.size();
        open.add(task);
        while (open.size() > end) {
            int next = open.pop();
            settle(run, next);
            for (int alias : run.aliases.of(next)) {
                if (run.table.state[alias] == State.WAITING) {
                    open.add(alias);
                }
            }
        }
        parts.runs.touch(run);
    }

    private void settle(RunState run, int task) {
        TaskTable table = run.table;
        boolean alias = run.aliases.has(task);
        table.state[task] = State.DONE;
        run.open--;
        if (!alias) {
            run.live++;
            letGoInputs(run, task);
        } else if (!run.frame(task).plan.imported(task - run.frame(task).base)) {
            parts.listening.tell(run, Step.FINISHED, task);
        }
        Frame frame = run.frame(task);
        int end = frame.endOfDependents(task);
        for (int at = frame.firstDependent(task); at < end; at++) {
            int dependent = frame.dependent(at);
            if (State.isOpen(table.state[dependent])
                    && --table.pending[dependent] == 0
                    && !run.aliases.has(dependent)) {
                complete(run, dependent);
            }
        }
        if (run.wanted.get(task) && !run.fetched.get(task)) {
            parts.fetches.want(run, task);
        }
        if (table.uses[task] == 0) {
            release(run, task);
        }
    }

    /** The last input is there; one that is part of a batch already has been answered for with it, or will be. */
    private void complete(RunState run, int task) {
        if (run.table.state[task] == State.WAITING) {
            parts.readiness.ready(run, task);
        } else if (run.table.state[task] == State.RUNNING) {
            parts.listening.tell(run, Step.QUEUED, task, Listening.DRIVER, parts.ended, parts.ended, -1);
        }
    }

    /** A task needs its inputs no more, nor what it captured. */
    void letGoInputs(RunState run, int task) {
        Frame frame = run.frame(task);
        int end = frame.to(task);
        for (int at = frame.from(task); at < end; at++) {
            letGo(run, frame.dependency(at));
        }
        for (int held : run.captured.end(task)) {
            letGo(run, held);
        }
    }

    /** A result has one use less. */
    void letGo(RunState run, int task) {
        if (--run.table.uses[task] == 0 && run.table.state[task] == State.DONE) {
            release(run, task);
        }
    }

    private void release(RunState run, int task) {
        int next = task;
        while (run.aliases.has(next)) {
            run.table.state[next] = State.RELEASED;
            tellReleased(run, next);
            next = run.aliases.source(next);
            if (--run.table.uses[next] > 0 || run.table.state[next] != State.DONE) {
                return;
            }
        }
        int released = next;
        run.table.state[released] = State.RELEASED;
        run.live--;
        tellReleased(run, released);
        int over = Spares.fits(run.table.bytes[released]) ? run.spares.add(released) : released;
        if (over >= 0 && run.table.state[over] == State.RELEASED) {
            drop(run, over);
        }
    }

    private void drop(RunState run, int task) {
        int attempt = run.table.attempt[task];
        run.holders.each(task, worker -> parts.out.release(worker, run.id, task, attempt));
        run.holders.clear(task);
    }

    /** The root stays; what a gathering root needs is told to be released when that has it. */
    private void tellReleased(RunState run, int task) {
        if (!run.wanted.get(task)) {
            parts.listening.tell(run, Step.RELEASED, task);
        }
    }

    /** The root of a run gathers what has been fetched, or cannot. */
    void gathered(RunState run) {
        int root = run.plan().root();
        if (!run.isGathered()) {
            return;
        }
        if (run.wanted.equals(run.fetched)) {
            parts.listening.tell(run, Step.QUEUED, root);
            parts.listening.tell(run, Step.STARTED, root);
            parts.listening.tell(run, Step.FINISHED, root);
        } else {
            parts.listening.tell(run, Step.SKIPPED, root);
        }
        run.fetched.stream().forEach(task -> parts.listening.tell(run, Step.RELEASED, task));
    }
}
