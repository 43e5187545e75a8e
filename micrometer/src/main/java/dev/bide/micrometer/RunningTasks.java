package dev.bide.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many tasks are running, counted for each run by itself: what a stopped run leaves behind goes with it.
 *
 * <p>A registry keeps the first gauge of a name and forgets the others, so all listeners of a registry share what its gauge
 * reads. It is held here as long as the registry is reachable.
 */
final class RunningTasks {
    private static final Map<MeterRegistry, RunningTasks> OF_REGISTRIES =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Set<LongAdder> runs = ConcurrentHashMap.newKeySet();

    private RunningTasks() {}

    static RunningTasks in(MeterRegistry registry) {
        return OF_REGISTRIES.computeIfAbsent(registry, RunningTasks::registered);
    }

    private static RunningTasks registered(MeterRegistry registry) {
        RunningTasks running = new RunningTasks();
        Gauge.builder("bide.task.running", running, RunningTasks::sum)
                .description("Tasks that are running now")
                .register(registry);
        return running;
    }

    void begin(LongAdder count) {
        runs.add(count);
    }

    void end(LongAdder count) {
        runs.remove(count);
    }

    /** Exact when nothing begins or ends meanwhile. */
    double sum() {
        return runs.stream().mapToLong(LongAdder::sum).sum();
    }

    /** The runs that have not ended. */
    int runs() {
        return runs.size();
    }
}
