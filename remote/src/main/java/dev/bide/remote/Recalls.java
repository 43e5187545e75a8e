package dev.bide.remote;

import java.util.concurrent.TimeUnit;

/**
 * Takes tasks back that wait at a worker behind a long one while another worker has nothing to do: how long a task takes is known
 * only afterwards.
 */
final class Recalls {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(10);

    private final Parts parts;
    private boolean waiting;

    Recalls(Parts parts) {
        this.parts = parts;
    }

    void look() {
        if (waiting || parts.runs.ready() > 0 || parts.workers.next(0, 0) == null) {
            return;
        }
        long next = Long.MAX_VALUE;
        int idle = parts.workers.idle();
        for (Worker worker : parts.workers.all()) {
            for (int i = worker.batches.size() - 1; i >= 0 && idle > 0; i--) {
                Batch batch = worker.batches.get(i);
                if (!couldRunElsewhere(batch, i < worker.threads)) {
                    continue;
                }
                if (parts.now - batch.sent < PATIENCE) {
                    next = Math.min(next, batch.sent + PATIENCE);
                } else {
                    recall(batch);
                    idle--;
                }
            }
        }
        if (next < Long.MAX_VALUE) {
            waiting = true;
            parts.timers.at(next, () -> waiting = false);
        }
    }

    private void recall(Batch batch) {
        batch.recalled = true;
        parts.out.add(new Command.Recall(batch.worker.number, batch.id));
    }

    /** Whether there is a task that has all it needs, besides the one at work. */
    private static boolean couldRunElsewhere(Batch batch, boolean atWork) {
        if (batch.recalled || batch.interrupted || batch.exclusive || !batch.run.isRunning()) {
            return false;
        }
        int able = atWork ? -1 : 0;
        for (int i = 0; i < batch.tasks.size() && able < 1; i++) {
            if (batch.awaits(i) && batch.run.table.pending[batch.tasks.get(i)] == 0) {
                able++;
            }
        }
        return able > 0;
    }
}
