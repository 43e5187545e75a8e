package dev.bide.remote;

import dev.bide.graph.Limit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tasks that a worker was given together, until it has answered for the last time. */
final class Batch {
    final long id;
    final RunState run;
    final Worker worker;
    final int mark;
    final IntList tasks = new IntList();
    final IntList attempts = new IntList();
    final IntList inputs = new IntList();
    final IntList inputAttempts = new IntList();

    /** For each input, the worker that was to have it. */
    int[] holders = {};

    final long sent;

    /** The task that the worker is known to be at, {@code -1} if it has not told. */
    int started = -1;

    boolean interrupted;
    boolean stuck;

    /** What has not begun of it has been asked back. */
    boolean recalled;

    /** It is the only one at its worker. */
    boolean exclusive;

    /** The time of its one task is up: what it still answers is too late. */
    @Nullable
    TimeoutException late;

    /** The place in a limit that its one task has. */
    @Nullable
    Limit place;

    Batch(long id, RunState run, Worker worker, long sent) {
        this.id = id;
        this.run = run;
        this.worker = worker;
        this.sent = sent;
        this.mark = run.table.newMark();
    }

    /** Whether a task is still at work, or queued, as part of this batch. */
    boolean awaits(int at) {
        int task = tasks.get(at);
        return run.table.state[task] == State.RUNNING && run.table.attempt[task] == attempts.get(at);
    }

    /** As {@link #awaits}, of a task that need not be of this batch. */
    boolean awaitsTask(int task) {
        for (int i = 0; i < tasks.size(); i++) {
            if (tasks.get(i) == task) {
                return awaits(i);
            }
        }
        return false;
    }
}
