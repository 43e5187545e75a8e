package dev.bide.remote;

import org.jspecify.annotations.Nullable;

/** Gives workers what they have room for: those that do nothing first, each its own tasks and the shared ones. */
final class Dispatch {
    private final Parts parts;
    private int turn;

    Dispatch(Parts parts) {
        this.parts = parts;
    }

    void all() {
        Workers workers = parts.workers;
        for (int level = 0; level < workers.levels(); level++) {
            shareOut(level);
            for (Worker worker = workers.nextWithOwn(0);
                    worker != null;
                    worker = workers.nextWithOwn(worker.number + 1)) {
                if (worker.batches.size() == level) {
                    parts.batches.fill(worker, worker.own);
                }
            }
        }
        steal();
        parts.batches.sendSuspects();
    }

    /** Each worker of a level gets one batch; who begins changes, so that none is always first. */
    private void shareOut(int level) {
        int from = turn;
        boolean again = from > 0;
        while (!parts.placement.shared.isEmpty()) {
            Worker worker = parts.workers.next(level, from);
            if (worker == null && !again) {
                return;
            }
            if (worker == null) {
                again = false;
                from = 0;
                continue;
            }
            parts.batches.fill(worker, worker.own);
            from = worker.number + 1;
            turn = from;
        }
    }

    /** Workers without anything to do take from the one that has most waiting. */
    private void steal() {
        for (Worker idle = parts.workers.next(0, 0); idle != null; idle = parts.workers.next(0, idle.number + 1)) {
            Worker longest = longest();
            if (longest == null) {
                return;
            }
            parts.batches.fill(idle, longest.own);
            parts.workers.update(longest);
        }
    }

    private @Nullable Worker longest() {
        if (parts.runs.ready() == 0) {
            return null;
        }
        Worker longest = null;
        for (Worker worker : parts.workers.all()) {
            if (!worker.own.isEmpty() && (longest == null || worker.own.size() > longest.own.size())) {
                longest = worker;
            }
        }
        return longest;
    }
}
