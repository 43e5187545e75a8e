package dev.bide.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Brings about the faults of a pool that befall whole workers, one after so many events. */
final class Calamities {
    private static final int EVENTS_APART = 10;
    private static final long LONGEST_HANG = 6_000_000_000L;

    private final SimulatedPool pool;
    private final List<Consumer<SimulatedWorker>> toCome = new ArrayList<>();
    private int left;

    Calamities(SimulatedPool pool) {
        this.pool = pool;
        Faults faults = pool.settings.faults();
        add(faults.deaths(), worker -> pool.kill(worker, faults.hangs() == 0 || pool.random.nextInt(4) > 0));
        add(faults.hangs(), this::hang);
        add(faults.leavings(), pool::leave);
        add(faults.joins(), worker -> pool.join());
        Collections.shuffle(toCome, new Random(pool.settings.seed()));
        left = 1 + pool.random.nextInt(EVENTS_APART);
    }

    private void add(int count, Consumer<SimulatedWorker> calamity) {
        toCome.addAll(Collections.nCopies(count, calamity));
    }

    private void hang(SimulatedWorker worker) {
        worker.hangs = true;
        pool.time.at(pool.now() + pool.random.nextLong(LONGEST_HANG), worker::wake);
    }

    /** After each event; what happens does so in an event of its own. */
    void after() {
        if (toCome.isEmpty() || --left > 0 || pool.runs.isEmpty()) {
            return;
        }
        left = 1 + pool.random.nextInt(EVENTS_APART);
        Consumer<SimulatedWorker> calamity = toCome.remove(toCome.size() - 1);
        pool.time.at(pool.now() + pool.random.nextLong(10_000_000), () -> {
            List<SimulatedWorker> alive = pool.workers.values().stream()
                    .filter(worker -> worker.alive && !worker.hangs)
                    .toList();
            if (!alive.isEmpty()) {
                calamity.accept(alive.get(pool.random.nextInt(alive.size())));
            }
        });
    }
}
