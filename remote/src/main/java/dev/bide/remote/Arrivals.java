package dev.bide.remote;

/** Workers that come, at any time, and workers that want to go. */
final class Arrivals {
    private final Parts parts;

    Arrivals(Parts parts) {
        this.parts = parts;
    }

    void joined(Event.WorkerJoined joined) {
        if (parts.workers.find(joined.worker()) == null) {
            parts.workers.add(new Worker(joined.worker(), joined.name(), Math.max(1, joined.threads()), parts.now));
        }
    }

    void leaving(Event.WorkerLeaving leaving) {
        Worker worker = parts.workers.find(leaving.worker());
        if (worker != null) {
            worker.asked = true;
            leave(worker, "it has left");
        }
    }

    /** A worker gets nothing more, and goes when nothing is needed of it any more. */
    void leave(Worker worker, String why) {
        if (!worker.leaving) {
            worker.leaving = true;
            parts.workers.update(worker);
            parts.placement.scatter(worker);
            parts.copies.leave(worker, why);
        }
    }

    /** A task that ignored its interrupt has ended after all: the worker may stay, if it wants to. */
    void recovered(Worker worker) {
        if (worker.leaving && !worker.asked && worker.stuck == 0) {
            worker.leaving = false;
            parts.copies.stay(worker);
            parts.workers.update(worker);
        }
    }
}
