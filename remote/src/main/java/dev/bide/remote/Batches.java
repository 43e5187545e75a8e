package dev.bide.remote;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches: ready tasks of one run, and after each of them one dependent whose inputs are all there or in the batch, and
 * one of that, as long as the batch is short.
 */
final class Batches {
    private static final int MOST_FUSED_INPUTS = 256;
    private static final int DEPENDENTS_LOOKED_AT = 8;
    private static final int MOST_USES = 4;
    private static final double LEAST_PATIENCE = 0.01;

    private final Parts parts;
    private final Map<Long, Batch> sent = new HashMap<>();
    private final Set<Worker> suspecting = new LinkedHashSet<>();
    private final long nanos;
    private long count;

    Batches(Parts parts) {
        this.parts = parts;
        this.nanos = parts.options.batchTime().toNanos();
    }

    @Nullable
    Batch find(long id) {
        return sent.get(id);
    }

    /** How many ready tasks a batch should have, so that there is something for each thread twice. */
    int share() {
        int slots = 2 * Math.max(1, parts.workers.threads());
        return Math.max(1, Math.min(parts.options.mostReady(), parts.runs.ready() / slots));
    }

    /**
     * How long a batch should take. Its results are told at its end, so where few tasks are ready for many workers, it should
     * be short.
     */
    private double patience() {
        double each = parts.runs.ready() / (double) Math.max(1, parts.workers.threads());
        return nanos * Math.max(LEAST_PATIENCE, Math.min(1, each / parts.options.mostReady()));
    }

    /** Gives a worker a batch of its own tasks and the shared ones, lowest first; tells whether there was any. */
    boolean fill(Worker worker, TaskHeap own) {
        Batch batch = null;
        int most = share();
        double left = patience();
        for (int ready = 0; ready < most && left > 0; ) {
            TaskHeap from = lower(own, parts.placement.shared);
            if (from.isEmpty()) {
                break;
            }
            int task = (int) from.first();
            RunState run = parts.runs.find((int) (from.first() >>> 32));
            if (run == null || run.table.state[task] != State.READY) {
                from.pop();
                continue;
            }
            Care care = run.care(task);
            boolean alone = care != null && care.alone();
            if (batch != null && (alone || batch.run != run)) {
                break;
            }
            from.pop();
            if (care != null && care.suspect) {
                suspect(run, task, worker);
                return false;
            }
            batch = batch == null ? begin(run, worker) : batch;
            left -= take(batch, task);
            left = alone ? 0 : fuse(batch, task, left);
            ready++;
        }
        parts.workers.update(worker);
        if (batch != null) {
            send(batch);
        }
        return batch != null;
    }

    private static TaskHeap lower(TaskHeap own, TaskHeap shared) {
        return own.isEmpty() || !shared.isEmpty() && shared.firstKey() < own.firstKey() ? shared : own;
    }

    /** The task is kept for the worker until that has nothing else to do. */
    private void suspect(RunState run, int task, Worker worker) {
        worker.suspects.add(TaskHeap.id(run.id, task));
        suspecting.add(worker);
        parts.workers.update(worker);
    }

    /** Gives workers that have nothing else to do their suspects. */
    void sendSuspects() {
        List.copyOf(suspecting).forEach(this::sendSuspect);
        suspecting.removeIf(worker -> worker.suspects.isEmpty());
    }

    private void sendSuspect(Worker worker) {
        while (worker.batches.isEmpty() && !worker.suspects.isEmpty()) {
            long id = worker.suspects.remove();
            RunState run = parts.runs.find((int) (id >>> 32));
            if (run != null && run.table.state[(int) id] == State.READY) {
                Batch batch = begin(run, worker);
                batch.exclusive = true;
                take(batch, (int) id);
                send(batch);
            }
        }
        parts.workers.update(worker);
    }

    private Batch begin(RunState run, Worker worker) {
        return new Batch(count++, run, worker, parts.now);
    }

    /** Puts a task into a batch; gives how long it should take. */
    private double take(Batch batch, int task) {
        RunState run = batch.run;
        Care care = run.care(task);
        if (care != null && care.place) {
            batch.place = Objects.requireNonNull(care.handling.limit());
            care.place = false;
        }
        if (run.table.state[task] == State.READY) {
            run.ready--;
        }
        run.table.state[task] = State.RUNNING;
        run.running++;
        run.table.attempt[task]++;
        run.table.mark(task, batch.mark);
        batch.tasks.add(task);
        batch.attempts.add(run.table.attempt[task]);
        addInputs(batch, task);
        return run.estimates.of(run.frame(task).slot(task));
    }

    private static void addInputs(Batch batch, int task) {
        RunState run = batch.run;
        Frame frame = run.frame(task);
        for (int at = frame.from(task); at < frame.to(task); at++) {
            int input = run.aliases.origin(frame.dependency(at));
            int mark = run.table.markOf(input);
            if (mark != batch.mark && mark != -batch.mark) {
                run.table.mark(input, -batch.mark);
                batch.inputs.add(input);
                batch.inputAttempts.add(run.table.attempt[input]);
            }
        }
    }

    /**
     * Goes on with what a task makes possible, as long as there is time left; gives that. A result that only the next task needs
     * keeps nobody waiting, so there all the time that a batch may take is given.
     */
    private double fuse(Batch batch, int task, double time) {
        double used = 0;
        int last = task;
        int next = fusable(batch, task);
        while (next >= 0
                && batch.tasks.size() < parts.options.mostTasks()
                && used < (isOnlyFor(batch.run, last) ? nanos : time)) {
            used += take(batch, next);
            last = next;
            next = fusable(batch, next);
        }
        return time - used;
    }

    private static boolean isOnlyFor(RunState run, int task) {
        Frame frame = run.frame(task);
        return frame.endOfDependents(task) - frame.firstDependent(task) == 1;
    }

    /** A dependent that needs nothing else, {@code -1} if there is none. */
    private static int fusable(Batch batch, int task) {
        RunState run = batch.run;
        Frame frame = run.frame(task);
        if (frame.isToldFirst(task)) {
            return -1;
        }
        int end = Math.min(frame.endOfDependents(task), frame.firstDependent(task) + DEPENDENTS_LOOKED_AT);
        for (int at = frame.firstDependent(task); at < end; at++) {
            int dependent = frame.dependent(at);
            boolean less = frame.key(dependent) >> 32 > frame.key(task) >> 32;
            if (!less && run.table.state[dependent] == State.WAITING && isComplete(batch, dependent)) {
                return dependent;
            }
        }
        return -1;
    }

    private static boolean isComplete(Batch batch, int task) {
        RunState run = batch.run;
        Frame frame = run.frame(task);
        if (run.table.pending[task] > MOST_USES * batch.tasks.size()
                || frame.to(task) - frame.from(task) > MOST_FUSED_INPUTS
                || run.aliases.has(task)) {
            return false;
        }
        for (int at = frame.from(task); at < frame.to(task); at++) {
            int input = frame.dependency(at);
            boolean here = run.table.markOf(input) == batch.mark && !frame.isToldFirst(input);
            if (run.table.state[input] != State.DONE && !here) {
                return false;
            }
        }
        Care care = run.careAsked(task);
        return care == null || !care.alone();
    }

    private void send(Batch batch) {
        RunState run = batch.run;
        Worker worker = batch.worker;
        sent.put(batch.id, batch);
        run.atWork += worker.batchesOf(run) < worker.threads ? 1 : 0;
        worker.batches.add(batch);
        run.batches++;
        run.workers.set(worker.number);
        int[] holders = new int[batch.inputs.size()];
        batch.holders = holders;
        for (int i = 0; i < holders.length; i++) {
            int input = batch.inputs.get(i);
            holders[i] = run.holders.has(input, worker.number) ? worker.number : run.holders.first(input);
        }
        Care care = run.care(batch.tasks.get(0));
        parts.out.add(new Command.Submit(
                worker.number,
                batch.id,
                run.id,
                batch.tasks.toArray(),
                batch.attempts.toArray(),
                batch.inputs.toArray(),
                batch.inputAttempts.toArray(),
                holders,
                care == null ? null : care.fallbackFor));
        parts.workers.update(worker);
    }

    /** A worker is done with a batch, or gone. */
    void close(Batch batch) {
        sent.remove(batch.id);
        batch.run.batches--;
        parts.runs.touch(batch.run);
        batch.worker.batches.remove(batch);
        batch.run.atWork -= batch.worker.batchesOf(batch.run) < batch.worker.threads ? 1 : 0;
        if (batch.stuck) {
            batch.worker.stuck--;
            parts.arrivals.recovered(batch.worker);
        }
        if (batch.place != null) {
            parts.out.add(new Command.Leave(batch.place));
            batch.place = null;
        }
        parts.workers.update(batch.worker);
    }

    /** What a worker had to get for a batch stays there, but where it could not, or the result was let go meanwhile. */
    void keepCopies(Batch batch) {
        RunState run = batch.run;
        for (int i = 0; i < batch.inputs.size(); i++) {
            int input = batch.inputs.get(i);
            int attempt = batch.inputAttempts.get(i);
            boolean current = run.holders.any(input) && run.table.attempt[input] == attempt;
            boolean got = !batch.interrupted && !batch.recalled || run.holders.has(input, batch.worker.number);
            if (attempt >= 0 && current && got) {
                run.holders.add(input, batch.worker.number);
            } else if (attempt >= 0) {
                parts.out.release(batch.worker.number, run.id, input, attempt);
            }
        }
    }

    /** Has a batch interrupted; a worker that has one that ignores this is to go. */
    void interrupt(Batch batch) {
        if (batch.interrupted) {
            return;
        }
        batch.interrupted = true;
        parts.out.add(new Command.Interrupt(batch.worker.number, batch.id));
        parts.timers.after(parts.now, batch.run.options.grace(), () -> ignored(batch));
    }

    private void ignored(Batch batch) {
        if (find(batch.id) != batch) {
            return;
        }
        boolean ends = batch.worker.stuck + 1 >= batch.worker.threads;
        String fate = ends ? "Its worker was ended." : "Its worker gets nothing more, and ends after its other tasks.";
        if (!parts.retries.giveUp(batch, fate)) {
            addStuck(batch);
        }
        batch.stuck = true;
        batch.worker.stuck++;
        long waited = batch.run.options.grace().toMillis();
        String why = "a task of it has ignored its interrupt for " + waited + " ms";
        if (ends) {
            parts.deaths.dismiss(batch.worker, why);
        } else {
            parts.arrivals.leave(batch.worker, why);
        }
    }

    private static void addStuck(Batch batch) {
        for (int i = 0; i < batch.tasks.size(); i++) {
            if (batch.awaits(i)) {
                batch.run.stuck.add(batch.tasks.get(i));
                break;
            }
        }
    }

    /** All that are under way, in the order in which they were sent. */
    List<Batch> all() {
        return sent.values().stream()
                .sorted(Comparator.comparingLong(batch -> batch.id))
                .toList();
    }
}
