package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.recording.HeapSample;
import dev.bide.diagnostics.internal.recording.Recorder;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.schedule.TaskFailedException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a run as a scheduler with so many workers would have told them, with times drawn from a seed: no task
 * runs, no time passes.
 */
final class SimulatedRun {
    private static final Map<String, Double> USUAL_MILLIS = Map.of(
            "load", 420.0, "scale", 160.0, "split", 45.0, "fit", 120.0, "score", 9.0, "mean", 0.8, "argmax", 1.2,
            "refit", 260.0, "report", 30.0);
    private static final long BETWEEN_TASKS = 2_000;

    private final Plan plan;
    private final int workers;
    private final Random random = new Random(7);
    private final Recorder recorder = new Recorder();
    private final Map<String, TaskFailedException> failing = new HashMap<>();
    private final List<TaskFailedException> failures = new ArrayList<>();
    private final Map<Integer, Integer> taken = new HashMap<>();
    private final int[] waiting;
    private final long[] readyAt;
    private final PriorityQueue<Integer> ready = new PriorityQueue<>();
    private final PriorityQueue<Free> free =
            new PriorityQueue<>(Comparator.comparingLong(Free::at).thenComparingInt(Free::worker));
    private final PriorityQueue<TaskEvent> running = new PriorityQueue<>(Comparator.comparingLong(TaskEvent::nanos));
    private double nanosEachMilli = 1e6;
    private double retried;
    private boolean threadEach;
    private boolean goesOn;
    private int threads;
    private long last;

    private record Free(long at, int worker) {}

    SimulatedRun(Node root, int workers) {
        this.plan = Plan.of(root);
        this.workers = workers;
        this.waiting = new int[plan.size()];
        this.readyAt = new long[plan.size()];
    }

    /** So many nanoseconds for each of the usual milliseconds. */
    SimulatedRun scale(double nanos) {
        nanosEachMilli = nanos;
        return this;
    }

    /** Of each hundred tasks so many are tried twice. */
    SimulatedRun retried(double percent) {
        retried = percent / 100;
        return this;
    }

    SimulatedRun threadForEachTask() {
        threadEach = true;
        return this;
    }

    SimulatedRun keepGoing() {
        goesOn = true;
        return this;
    }

    SimulatedRun failing(TaskFailedException failure) {
        failing.put(failure.key().name(), failure);
        return this;
    }

    Recording recording() {
        recorder.on(new RunStarted(plan, Instant.parse("2026-03-14T09:26:53Z"), 0));
        run();
        failures.stream().skip(1).forEach(other -> failures.get(0).addSuppressed(other));
        recorder.on(new RunEnded(failures.isEmpty() ? null : failures.get(0), last + 1_000));
        return recorder.recording("nested-cv", heap(last + 1_000));
    }

    private static List<HeapSample> heap(long elapsed) {
        return IntStream.rangeClosed(0, 400)
                .mapToObj(i -> new HeapSample(elapsed * i / 400, (long) (4e7 + i % 57 * 3.1e6 + i * 2e5)))
                .toList();
    }

    private void run() {
        for (int task = 0; task < waiting.length; task++) {
            waiting[task] = plan.dependencyStart()[task + 1] - plan.dependencyStart()[task];
            if (waiting[task] == 0) {
                ready.add(task);
            }
        }
        IntStream.range(0, workers).forEach(i -> free.add(new Free(0, i)));
        while (!ready.isEmpty() || !running.isEmpty()) {
            boolean somebodyFree = !free.isEmpty()
                    && (running.isEmpty() || free.peek().at() <= running.peek().nanos());
            boolean stopped = !failures.isEmpty() && !goesOn;
            if (!ready.isEmpty() && !stopped && somebodyFree) {
                begin(ready.poll());
            } else if (!running.isEmpty()) {
                end(running.poll());
            } else {
                return;
            }
        }
    }

    private void begin(int task) {
        if (plan.gathers(task)) {
            running.add(step(Step.FINISHED, task, 1, name(0), readyAt[task], readyAt[task], null));
            return;
        }
        Free by = free.poll();
        String worker = name(by.worker());
        long at = Math.max(by.at(), readyAt[task]);
        TaskFailedException failure = failing.get(plan.key(task).name());
        int retries = failure != null ? failure.attempts().size() - 1 : random.nextDouble() < retried ? 1 : 0;
        Throwable thrown = failure != null ? failure.getCause() : new IllegalStateException("connection reset by peer");
        for (int attempt = 1; attempt <= retries; attempt++) {
            long took = time(task);
            recorder.on(step(Step.RETRIED, task, attempt, worker, at, at + took, thrown));
            at += took + took / 20;
        }
        Step how = failure == null ? Step.FINISHED : Step.FAILED;
        TaskEvent end = step(how, task, retries + 1, worker, at, at + time(task), failure == null ? null : thrown);
        running.add(end);
        taken.put(task, by.worker());
    }

    private String name(int worker) {
        return threadEach ? "virtual-" + threads++ : "bide-" + (worker + 1);
    }

    private TaskEvent step(
            Step step, int task, int attempt, String worker, long began, long ended, @Nullable Throwable thrown) {
        long bytes = step == Step.FINISHED && !plan.gathers(task) ? 1_000 + random.nextInt(2_000_000) : -1;
        return new TaskEvent(step, plan, task, attempt, worker, began, ended, bytes, thrown);
    }

    private void end(TaskEvent step) {
        int task = step.task();
        recorder.on(step);
        last = Math.max(last, step.nanos());
        if (taken.containsKey(task)) {
            free.add(new Free(step.nanos() + BETWEEN_TASKS, taken.remove(task)));
        }
        if (step.step() == Step.FAILED) {
            failures.add(failing.get(plan.key(task).name()));
            skip(task, step.nanos());
            return;
        }
        for (int p = plan.dependentStart()[task]; p < plan.dependentStart()[task + 1]; p++) {
            int next = plan.dependents()[p];
            readyAt[next] = Math.max(readyAt[next], step.nanos());
            if (--waiting[next] == 0) {
                ready.add(next);
            }
        }
    }

    private void skip(int failed, long at) {
        Deque<Integer> left = new ArrayDeque<>(List.of(failed));
        while (!left.isEmpty()) {
            int task = left.poll();
            for (int p = plan.dependentStart()[task]; p < plan.dependentStart()[task + 1]; p++) {
                int next = plan.dependents()[p];
                if (waiting[next] < Integer.MAX_VALUE / 2) {
                    waiting[next] = Integer.MAX_VALUE;
                    recorder.on(step(Step.SKIPPED, next, 1, "bide-1", at, at, null));
                    left.add(next);
                }
            }
        }
    }

    private long time(int task) {
        double usual = USUAL_MILLIS.getOrDefault(plan.name(task), 10.0);
        return Math.max(100, (long) (usual * nanosEachMilli * Math.exp(0.55 * random.nextGaussian())));
    }
}
