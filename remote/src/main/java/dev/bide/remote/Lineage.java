package dev.bide.remote;

/**
 * What is to be done again when results are lost: walks back from those that are still needed to what is still there, and
 * runs that part again, and nothing else.
 */
final class Lineage {
    private final Parts parts;

    Lineage(Parts parts) {
        this.parts = parts;
    }

    /** One loss, while it is worked out. */
    private static final class Loss {
        /** Tasks that had a result until now, those that stand for another too. */
        private final IntList gone = new IntList();

        /** Tasks to run again. */
        private final IntList again = new IntList();

        /** Those that stand for a task to run again, or for one that is there. */
        private final IntList aliases = new IntList();
    }

    /** Results of a run of which the last copy is lost. */
    void lost(RunState run, IntList results) {
        if (results.isEmpty() || !run.isRunning()) {
            return;
        }
        Loss loss = new Loss();
        for (int i = 0; i < results.size(); i++) {
            run.note(results.get(i), "its result was lost and is needed: to be run again");
            reopen(run, results.get(i), loss);
        }
        for (int i = 0; i < loss.again.size(); i++) {
            needInputs(run, loss.again.get(i), loss);
        }
        int mark = run.table.newMark();
        count(run, loss, mark);
        takeBack(run, loss, mark);
        goOn(run, loss);
        parts.runs.touch(run);
    }

    /** A result is not there any more, nor is it for those that stand for it. */
    private void reopen(RunState run, int result, Loss loss) {
        IntList todo = new IntList();
        todo.add(result);
        while (!todo.isEmpty()) {
            int task = todo.pop();
            run.table.state[task] = State.WAITING;
            run.open++;
            loss.gone.add(task);
            if (task == result) {
                run.live--;
                loss.again.add(task);
            } else {
                loss.aliases.add(task);
            }
            for (int alias : run.aliases.of(task)) {
                if (run.table.state[alias] == State.DONE) {
                    todo.add(alias);
                }
            }
        }
    }

    private void needInputs(RunState run, int task, Loss loss) {
        Frame frame = run.frame(task);
        for (int at = frame.from(task); at < frame.to(task); at++) {
            need(run, frame.dependency(at), loss);
        }
    }

    /** One use more of a result; should it have been let go, it is made again, unless a worker still has it. */
    private void need(RunState run, int task, Loss loss) {
        int next = task;
        run.table.uses[next]++;
        while (run.table.state[next] == State.RELEASED) {
            if (run.holders.any(next)) {
                run.table.state[next] = State.DONE;
                run.live++;
                return;
            }
            run.table.state[next] = State.WAITING;
            run.open++;
            if (!run.aliases.has(next)) {
                loss.again.add(next);
                return;
            }
            loss.aliases.add(next);
            next = run.aliases.source(next);
            run.table.uses[next]++;
        }
    }

    private static void count(RunState run, Loss loss, int mark) {
        for (int i = 0; i < loss.again.size(); i++) {
            int task = loss.again.get(i);
            run.table.mark(task, mark);
            Frame frame = run.frame(task);
            int pending = 0;
            for (int at = frame.from(task); at < frame.to(task); at++) {
                byte state = run.table.state[frame.dependency(at)];
                pending += state == State.DONE ? 0 : 1;
            }
            run.table.pending[task] = pending;
        }
    }

    /** Those that wait for what was there until now have one input less. */
    private void takeBack(RunState run, Loss loss, int mark) {
        for (int i = 0; i < loss.gone.size(); i++) {
            Frame frame = run.frame(loss.gone.get(i));
            int end = frame.endOfDependents(loss.gone.get(i));
            for (int at = frame.firstDependent(loss.gone.get(i)); at < end; at++) {
                waitAgain(run, frame.dependent(at), mark);
            }
        }
    }

    private void waitAgain(RunState run, int dependent, int mark) {
        byte state = run.table.state[dependent];
        if (State.isOpen(state) && run.table.markOf(dependent) != mark) {
            run.table.pending[dependent]++;
            if (state == State.READY || state == State.LIMITED) {
                parts.readiness.leave(run, dependent, State.WAITING);
            }
        }
    }

    private void goOn(RunState run, Loss loss) {
        for (int i = 0; i < loss.again.size(); i++) {
            if (run.table.state[loss.again.get(i)] == State.WAITING) {
                parts.readiness.again(run, loss.again.get(i));
            }
        }
        for (int i = 0; i < loss.aliases.size(); i++) {
            int alias = loss.aliases.get(i);
            byte source = run.table.state[run.aliases.source(alias)];
            if (run.table.state[alias] == State.WAITING && source == State.DONE) {
                parts.results.arrived(run, alias);
            }
        }
    }
}
