package dev.bide.remote;

import java.util.List;

/**
 * Finds workers that hang: one that has not said a word for a while, though it was asked, is lost. If it was the driver that
 * stood still, nobody is blamed.
 */
final class Pings {
    private final Parts parts;
    private final long every;
    private final long silence;
    private boolean watching;

    Pings(Parts parts) {
        this.parts = parts;
        this.every = parts.options.pingEvery().toNanos();
        this.silence = parts.options.silence().toNanos();
    }

    void heard(int worker) {
        Worker from = parts.workers.find(worker);
        if (from != null) {
            from.heard = parts.now;
        }
    }

    /** Watches as long as there is a run. */
    void watch() {
        if (!watching && parts.runs.any()) {
            watching = true;
            parts.workers.all().forEach(worker -> worker.heard = parts.now);
            again();
        }
    }

    private void again() {
        long due = parts.now + every;
        parts.timers.at(due, () -> look(due));
    }

    private void look(long due) {
        watching = parts.runs.any();
        if (!watching) {
            return;
        }
        boolean stoodStill = parts.now - due > every;
        for (Worker worker : List.copyOf(parts.workers.all())) {
            if (stoodStill) {
                worker.heard = parts.now;
            }
            if (parts.now - worker.heard >= silence) {
                String why = "it has not answered for " + (parts.now - worker.heard) / 1_000_000 + " ms";
                parts.out.add(new Command.Dismiss(worker.number, why));
                parts.deaths.take(new Event.WorkerLost(worker.number, why, null, parts.now));
            } else {
                parts.out.add(new Command.Ping(worker.number));
            }
        }
        again();
    }
}
