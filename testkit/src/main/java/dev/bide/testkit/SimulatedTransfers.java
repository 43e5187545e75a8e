package dev.bide.testkit;

import dev.bide.remote.Command;
import dev.bide.remote.Event;
import dev.bide.testkit.SimulatedWorker.ResultId;
import dev.bide.testkit.SimulatedWorker.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How results get from a simulated worker to another or to the driver: that takes time, and may fail. */
final class SimulatedTransfers {
    private static final double BYTES_PER_NANO = 1;

    private final SimulatedPool pool;

    SimulatedTransfers(SimulatedPool pool) {
        this.pool = pool;
    }

    /** How many nanoseconds it takes to ask for so many bytes and get them. */
    long time(long bytes) {
        return 2 * pool.latency() + (long) (bytes / BYTES_PER_NANO);
    }

    private boolean fails() {
        return pool.random.nextDouble() < pool.settings.faults().failedFetches();
    }

    void fetch(SimulatedWorker worker, Command.Fetch fetch) {
        SimulatedGraph graph = pool.graph(fetch.run());
        Map<Integer, @Nullable Object> got = new HashMap<>();
        long bytes = 0;
        for (int i = 0; i < fetch.wanted().length; i++) {
            Value value = worker.kept.get(new ResultId(fetch.run(), fetch.tasks()[i], fetch.attempts()[i]));
            if (pool.settings.hollow() || value != null && !fails()) {
                got.put(fetch.wanted()[i], value == null ? null : value.value());
                bytes += value == null ? 0 : value.bytes();
            }
        }
        int[] missing = Arrays.stream(fetch.wanted())
                .filter(task -> !got.containsKey(task))
                .toArray();
        pool.time.at(
                pool.now() + time(bytes),
                () -> worker.act(() -> pool.from(worker, () -> {
                    got.forEach(graph.fetched::putIfAbsent);
                    pool.tell(new Event.Fetched(fetch.fetch(), missing, pool.now()));
                })));
    }

    void copy(SimulatedWorker worker, Command.Copy copy) {
        pool.time.at(
                pool.now() + time(0),
                () -> worker.act(() -> {
                    SimulatedWorker owner = pool.alive(copy.from());
                    int[] missing = IntStream.range(0, copy.tasks().length)
                            .filter(i ->
                                    !take(worker, owner, new ResultId(copy.run(), copy.tasks()[i], copy.attempts()[i])))
                            .map(i -> copy.tasks()[i])
                            .toArray();
                    pool.from(worker, () -> pool.tell(new Event.Copied(copy.copy(), missing, pool.now())));
                }));
    }

    /** Gets a result from its owner, if that has it. */
    boolean take(SimulatedWorker worker, @Nullable SimulatedWorker owner, ResultId id) {
        if (worker.kept.containsKey(id)) {
            return true;
        }
        Value value = owner == null || owner.hangs || fails() ? null : owner.kept.get(id);
        if (value != null) {
            worker.keep(id, value);
        }
        return value != null;
    }
}
