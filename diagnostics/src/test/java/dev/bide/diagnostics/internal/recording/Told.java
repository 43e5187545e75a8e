package dev.bide.diagnostics.internal.recording;

import dev.bide.Delayed;
import dev.bide.event.Event;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.event.RunListener;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A run that never was: a test tells its events. Times are milliseconds since it began. */
public final class Told {
    /** When the run began, by the JVM's clock: so late that nothing which looks at the real clock finds it under way. */
    public static final long START = System.nanoTime() + Duration.ofHours(1).toNanos();

    public static final long MS = 1_000_000;

    private final Recorder recorder;
    private final List<RunListener> listeners;
    private final List<Plan> plans = new ArrayList<>();
    private final List<TaskEvent> thrown = new ArrayList<>();

    private Told(Recorder recorder, List<RunListener> others, Delayed<?> root) {
        this.recorder = recorder;
        this.listeners = new ArrayList<>(others);
        listeners.add(recorder);
        plans.add(Plan.of(root));
        tell(new RunStarted(plans.get(0), Instant.EPOCH, START));
    }

    /** Begins a run; others hear it, too. */
    public static Told run(Delayed<?> root, RunListener... others) {
        return new Told(new Recorder(), List.of(others), root);
    }

    /** Begins a run of which at most so many tasks have rows. */
    static Told sampled(int mostRows, Delayed<?> root) {
        return new Told(new Recorder(mostRows), List.of(), root);
    }

    private void tell(Event event) {
        listeners.forEach(listener -> {
            if (!(event instanceof TaskEvent step) || listener.steps().contains(step.step())) {
                listener.on(event);
            }
        });
    }

    private static long at(long millis) {
        return START + millis * MS;
    }

    private TaskEvent event(
            Step step, String key, int attempt, String worker, long began, long ended, @Nullable Throwable failure) {
        for (Plan plan : plans) {
            for (int task = 0; task < plan.size(); task++) {
                if (plan.key(task).name().equals(key) && !plan.imported(task)) {
                    return new TaskEvent(step, plan, task, attempt, worker, at(began), at(ended), -1, failure);
                }
            }
        }
        throw new AssertionError("no task has the key " + key);
    }

    /** An attempt began. */
    public Told started(String key, int attempt, long when) {
        tell(event(Step.STARTED, key, attempt, "w1", when, when, null));
        return this;
    }

    /** A task gave a result, in its first attempt, of a size that nobody knows. */
    public Told done(String key, String worker, long began, long ended) {
        tell(event(Step.FINISHED, key, 1, worker, began, ended, null));
        return this;
    }

    /** A task gave a result. */
    public Told done(String key, int attempt, String worker, long began, long ended, long bytes) {
        TaskEvent event = event(Step.FINISHED, key, attempt, worker, began, ended, null);
        tell(new TaskEvent(
                Step.FINISHED, event.plan(), event.task(), attempt, worker, event.began(), event.nanos(), bytes, null));
        return this;
    }

    /** An attempt threw: {@code RETRIED}, {@code FAILED} or {@code CANCELLED}. */
    public Told threw(Step step, String key, int attempt, String worker, long began, long ended, Throwable failure) {
        TaskEvent event = event(step, key, attempt, worker, began, ended, failure);
        thrown.add(event);
        tell(event);
        return this;
    }

    public Told skipped(String key, long when) {
        tell(event(Step.SKIPPED, key, 1, "w1", when, when, null));
        return this;
    }

    /** A task answered with more graph. */
    public Told grew(String key, int attempt, String worker, long began, long ended, Delayed<?> more) {
        TaskEvent by = event(Step.FINISHED, key, attempt, worker, began, ended, null);
        Set<Node> known = plans.stream()
                .flatMap(plan -> IntStream.range(0, plan.size()).mapToObj(plan::node))
                .collect(Collectors.toSet());
        plans.add(Plan.of(more, known::contains));
        tell(new GraphGrew(plans.get(plans.size() - 1), by, by.nanos()));
        return this;
    }

    /** The graph that a task went on with has its result. */
    public Told passedOn(String key, long when) {
        return done(key, "w1", when, when);
    }

    public Told ended(long when) {
        tell(new RunEnded(null, at(when)));
        return this;
    }

    public Told ended(long when, Throwable failure) {
        tell(new RunEnded(failure, at(when)));
        return this;
    }

    /** What a task's failure is to those who wait for the run. */
    public TaskFailedException failure(String key, @Nullable Object... inputs) {
        List<TaskEvent> own =
                thrown.stream().filter(event -> event.key().name().equals(key)).toList();
        List<Attempt> attempts = own.stream()
                .map(event -> new Attempt(
                        event.attempt(),
                        event.worker(),
                        Duration.ofNanos(event.nanos() - event.began()),
                        event.failure()))
                .toList();
        return TaskFailedException.of(
                own.get(0).plan(),
                own.get(0).task(),
                inputs,
                attempts,
                own.get(0).plan().handling(own.get(0).task()).mostAttempts());
    }

    public Recording recording() {
        return recorder.recording(null, List.of());
    }

    public Recording recording(String title, HeapSample... heap) {
        return recorder.recording(title, List.of(heap));
    }

    /** The row of a task. */
    public static int row(Recording recording, String key) {
        return IntStream.range(0, recording.size())
                .filter(row -> recording.key(row).name().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row has the key " + key));
    }

    /** The keys of rows. */
    public static List<String> keys(Recording recording, int... rows) {
        return IntStream.of(rows).mapToObj(row -> recording.key(row).name()).toList();
    }
}
