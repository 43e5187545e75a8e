package dev.bide.remote;

import dev.bide.event.Event.Step;
import dev.bide.graph.Limit;
import dev.bide.schedule.RunOptions;

/** Who waits for what: a place in a limit, room for more results, a worker. */
final class Readiness {
    private final Parts parts;

    Readiness(Parts parts) {
        this.parts = parts;
    }

    /** All that a task needs is there. One that needs nothing may have to wait all the same: before it takes a place from others. */
    void ready(RunState run, int task) {
        Frame frame = run.frame(task);
        if (run.options.ahead() == RunOptions.UNBOUNDED || !frame.plan.isLeaf(task - frame.base)) {
            enter(run, task);
            return;
        }
        queued(run, task);
        run.heldBack.push(frame.key(task), TaskHeap.id(run.id, task));
        admit(run);
    }

    private void enter(RunState run, int task) {
        Care care = run.careAsked(task);
        Limit limit = care == null ? null : care.handling.limit();
        if (care != null && limit != null && !care.place) {
            run.table.state[task] = State.LIMITED;
            run.later++;
            parts.out.add(new Command.Enter(run.id, task, limit));
        } else {
            enqueue(run, task);
        }
    }

    /** A place that nobody wants any more goes back. */
    void granted(Event.PlaceGranted granted) {
        RunState run = parts.runs.find(granted.run());
        Care care = run == null ? null : run.care(granted.task());
        if (run != null && care != null && run.table.state[granted.task()] == State.LIMITED) {
            care.place = true;
            run.later--;
            parts.runs.touch(run);
            enqueue(run, granted.task());
        } else {
            parts.out.add(new Command.Leave(granted.limit()));
        }
    }

    private void enqueue(RunState run, int task) {
        queued(run, task);
        parts.placement.place(run, task);
    }

    private void queued(RunState run, int task) {
        run.table.state[task] = State.READY;
        run.ready++;
        parts.listening.tell(run, Step.QUEUED, task);
    }

    /** Starts tasks without inputs while few results are alive, or nothing else can go on. */
    void admit(RunState run) {
        while (!run.heldBack.isEmpty() && (hasRoom(run) || isAtRest(run))) {
            int task = (int) run.heldBack.pop();
            if (run.table.state[task] == State.READY) {
                run.ready--;
                enter(run, task);
            }
        }
    }

    private static boolean hasRoom(RunState run) {
        int underWay = run.running + run.later + run.ready - run.heldBack.size();
        return run.live + run.held + underWay < run.options.ahead();
    }

    private static boolean isAtRest(RunState run) {
        return run.running + run.later + run.held == 0 && run.ready <= run.heldBack.size();
    }

    /** A task waits for its place, its next attempt or a worker no more. */
    void leave(RunState run, int task, byte to) {
        byte from = run.table.state[task];
        Care care = run.care(task);
        Limit limit = care == null ? null : care.handling.limit();
        if (from == State.READY) {
            run.ready--;
        } else if (from == State.LIMITED || from == State.PAUSED) {
            run.later--;
        }
        parts.runs.touch(run);
        if (care != null && limit != null) {
            if (from == State.LIMITED) {
                parts.out.add(new Command.Withdraw(run.id, task, limit));
            } else if (care.place) {
                care.place = false;
                parts.out.add(new Command.Leave(limit));
            }
        }
        run.table.state[task] = to;
    }

    /** A task was given to a worker and comes back without a result. */
    void back(RunState run, int task) {
        run.running--;
        parts.runs.touch(run);
        if (!run.isRunning()) {
            run.table.state[task] = State.CANCELLED;
            run.open--;
            return;
        }
        run.table.state[task] = State.WAITING;
        again(run, task);
    }

    /** A waiting task may be able to go on now. */
    void again(RunState run, int task) {
        int missing = run.missingInput(task);
        if (missing >= 0) {
            parts.failures.skip(run, task, missing);
        } else if (run.table.pending[task] == 0) {
            ready(run, task);
        }
    }
}
