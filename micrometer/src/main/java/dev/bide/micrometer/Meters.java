package dev.bide.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The meters of one registry, found once for each name. */
final class Meters {
    static final String TASK = "bide.task";
    static final String RETRIES = "bide.task.retries";
    static final String SKIPPED = "bide.task.skipped";
    static final String RUN = "bide.run";

    static final String NAME = "name";
    static final String ROOT = "root";
    static final String OUTCOME = "outcome";

    /** What is measured of the tasks that share a name. */
    record OfName(Timer done, Timer failed, Timer cancelled, Counter retries, Counter skipped) {}

    private final MeterRegistry registry;
    private final TagValues names;
    private final TagValues roots;
    private final Map<String, OfName> known = new ConcurrentHashMap<>();
    private final RunningTasks running;

    Meters(MeterRegistry registry) {
        this.registry = registry;
        this.names = TagValues.of(registry, TASK, NAME);
        this.roots = TagValues.of(registry, RUN, ROOT);
        this.running = RunningTasks.in(registry);
    }

    RunningTasks running() {
        return running;
    }

    OfName ofName(String name) {
        OfName meters = known.get(name);
        return meters == null ? known.computeIfAbsent(names.of(name), this::register) : meters;
    }

    private OfName register(String name) {
        return new OfName(
                timer(name, "done"),
                timer(name, "failed"),
                timer(name, "cancelled"),
                Counter.builder(RETRIES)
                        .description("Attempts to run a task that threw and were followed by another")
                        .tag(NAME, name)
                        .register(registry),
                Counter.builder(SKIPPED)
                        .description("Tasks not run because something they depend on failed")
                        .tag(NAME, name)
                        .register(registry));
    }

    private Timer timer(String name, String outcome) {
        return Timer.builder(TASK)
                .description("Tasks, each with its last attempt")
                .tags(NAME, name, OUTCOME, outcome)
                .register(registry);
    }

    void ran(String root, String outcome, Duration time) {
        Timer.builder(RUN)
                .description("Runs of graphs")
                .tags(ROOT, roots.of(root), OUTCOME, outcome)
                .register(registry)
                .record(time);
    }
}
