package dev.bide.remote;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a ready task should run: at the worker that has most bytes of its inputs, unless that has two batches more to do than
 * there are to do elsewhere; then anywhere.
 */
final class Placement {
    /** A result whose size is not known counts as this. */
    private static final long UNKNOWN = 64;

    private static final int BATCHES_LONGER = 2;
    private static final int INPUTS_LOOKED_AT = 256;

    final TaskHeap shared = new TaskHeap();
    private final Parts parts;
    private long[] bytes = {};
    private final IntList touched = new IntList();

    Placement(Parts parts) {
        this.parts = parts;
    }

    void place(RunState run, int task) {
        long key = run.frame(task).key(task);
        Worker at = run.goAnywhere.get(task) ? null : holderOfMost(run, task);
        if (at == null) {
            shared.push(key, TaskHeap.id(run.id, task));
        } else {
            at.own.push(key, TaskHeap.id(run.id, task));
            parts.workers.update(at);
        }
    }

    private @Nullable Worker holderOfMost(RunState run, int task) {
        Frame frame = run.frame(task);
        int to = Math.min(frame.to(task), frame.from(task) + INPUTS_LOOKED_AT);
        for (int at = frame.from(task); at < to; at++) {
            int input = run.aliases.origin(frame.dependency(at));
            long size = Math.max(UNKNOWN, run.table.bytes[input]);
            run.holders.each(input, worker -> count(worker, size));
        }
        int best = -1;
        while (!touched.isEmpty()) {
            int worker = touched.pop();
            if (best < 0 || bytes[worker] > bytes[best] || bytes[worker] == bytes[best] && worker < best) {
                best = worker;
            }
        }
        Worker found = parts.workers.find(best);
        for (int at = frame.from(task); at < to; at++) {
            run.holders.each(run.aliases.origin(frame.dependency(at)), worker -> bytes[worker] = 0);
        }
        return found == null || found.leaving || isLong(found) ? null : found;
    }

    private void count(int worker, long size) {
        if (worker >= bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(worker + 1, 2 * bytes.length));
        }
        if (bytes[worker] == 0) {
            touched.add(worker);
        }
        bytes[worker] += size;
    }

    /** The shortest queue is empty where a worker does nothing, and else about one batch long. */
    private boolean isLong(Worker worker) {
        int batches = parts.workers.next(0, 0) == null ? BATCHES_LONGER + 1 : BATCHES_LONGER;
        return worker.own.size() >= batches * parts.batches.share();
    }

    /** A worker is gone or leaves: what waited for it goes anywhere. */
    void scatter(Worker worker) {
        while (!worker.own.isEmpty()) {
            again(worker.own.pop());
        }
        worker.suspects.forEach(this::again);
        worker.suspects.clear();
    }

    private void again(long id) {
        RunState run = parts.runs.find((int) (id >>> 32));
        if (run != null && run.table.state[(int) id] == State.READY) {
            shared.push(run.frame((int) id).key((int) id), id);
        }
    }
}
