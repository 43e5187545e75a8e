package dev.bide.remote;

import dev.bide.graph.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tells what happened to a task that had no ordinary life, and what each task waits for. */
final class Story {
    private static final int SHOWN = 5;

    private Story() {}

    static String of(Parts parts, String key) {
        List<String> lines = new ArrayList<>();
        for (RunState run : parts.runs.all()) {
            run.frames.forEach(frame -> find(parts, run, frame, Key.of(key), lines));
        }
        return String.join("\n", lines);
    }

    private static void find(Parts parts, RunState run, Frame frame, Key key, List<String> lines) {
        for (int i = 0; i < frame.plan.size(); i++) {
            if (frame.plan.key(i).equals(key) && !frame.plan.imported(i)) {
                tell(parts, run, frame.base + i, lines);
            }
        }
    }

    private static void tell(Parts parts, RunState run, int task, List<String> lines) {
        byte state = run.table.state[task];
        lines.add("run " + run.id + ", " + name(run, task) + ": " + State.name(state));
        lines.add("  given to workers " + run.table.attempt[task] + " times; its result has " + run.table.uses[task]
                + " uses to come");
        run.notes.getOrDefault(task, List.of()).forEach(note -> lines.add("  " + note));
        if (run.aliases.has(task)) {
            int source = run.aliases.source(task);
            lines.add("  its result is that of " + name(run, source) + ": " + State.name(run.table.state[source]));
        } else if (state == State.WAITING) {
            inputs(run, task, lines);
        } else if (state == State.RUNNING) {
            batch(parts, run, task, lines);
        } else if (state == State.READY) {
            queue(parts, TaskHeap.id(run.id, task), lines);
        }
        if (state == State.DONE || state == State.RELEASED) {
            run.holders.each(run.aliases.origin(task), worker -> lines.add("  kept by worker " + worker));
        }
        Integer because = run.because.get(task);
        if (because != null && because != task) {
            lines.add("  because " + name(run, because) + " failed");
        }
    }

    private static void queue(Parts parts, long id, List<String> lines) {
        if (contains(parts.placement.shared, id)) {
            lines.add("  any worker may have it");
        }
        for (RunState run : parts.runs.all()) {
            if (contains(run.heldBack, id)) {
                lines.add("  waits until fewer results are alive than " + run.live);
            }
        }
        for (Worker worker : parts.workers.all()) {
            if (contains(worker.own, id) || worker.suspects.contains(id)) {
                lines.add("  waits for " + worker.name + ", which has " + worker.batches.size() + " batches of "
                        + worker.mostBatches() + (worker.leaving ? " and is to go" : "")
                        + (worker.suspects.isEmpty() ? "" : " and must first have nothing else"));
            }
        }
    }

    private static boolean contains(TaskHeap heap, long id) {
        return Arrays.stream(heap.toArray()).anyMatch(each -> each == id);
    }

    private static void inputs(RunState run, int task, List<String> lines) {
        Frame frame = run.frame(task);
        int shown = 0;
        for (int at = frame.from(task); at < frame.to(task) && shown < SHOWN; at++) {
            int input = frame.dependency(at);
            if (run.table.state[input] != State.DONE) {
                lines.add("  waits for " + name(run, input) + ": " + State.name(run.table.state[input]));
                shown++;
            }
        }
        lines.add("  uses of results that are not there: " + run.table.pending[task]);
    }

    private static void batch(Parts parts, RunState run, int task, List<String> lines) {
        for (Batch batch : parts.batches.all()) {
            for (int i = 0; batch.run == run && i < batch.tasks.size(); i++) {
                if (batch.tasks.get(i) == task && batch.awaits(i)) {
                    lines.add("  in batch " + batch.id + " of " + batch.tasks.size() + " on " + batch.worker.name
                            + ", sent " + (parts.now - batch.sent) / 1_000 + " µs ago"
                            + (batch.started == task ? ", at work" : ""));
                }
            }
        }
    }

    private static String name(RunState run, int task) {
        Frame frame = run.frame(task);
        return frame.plan.key(task - frame.base).toString();
    }
}
