package dev.bide.remote;

import dev.bide.graph.Plan;
import dev.bide.internal.run.Endings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs that have not ended: how they begin, stop and end. */
final class Runs {
    private final Parts parts;
    private final Map<Integer, RunState> all = new LinkedHashMap<>();
    private final List<RunState> touched = new ArrayList<>();
    private @Nullable RunState last;

    Runs(Parts parts) {
        this.parts = parts;
    }

    @Nullable
    RunState find(int id) {
        RunState known = last;
        if (known != null && known.id == id) {
            return known;
        }
        last = all.get(id);
        return last;
    }

    Collection<RunState> all() {
        return all.values();
    }

    boolean any() {
        return !all.isEmpty();
    }

    /** How many tasks wait for a worker. */
    int ready() {
        int ready = 0;
        for (RunState run : all.values()) {
            ready += run.ready;
        }
        return ready;
    }

    void begin(Event.RunAsked asked) {
        RunState run = new RunState(asked.run(), asked.options(), parts.options.spares());
        all.put(run.id, run);
        Plan plan = asked.plan();
        int[] slots = run.estimates.slots(plan);
        run.addTasks(plan);
        Frame frame = Frame.first(plan, slots);
        run.frames.add(frame);
        want(run, frame);
        if (plan.expanding()) {
            Growth.register(run, frame);
        }
        Duration deadline = asked.options().deadline();
        if (deadline != null) {
            parts.timers.after(parts.now, deadline, () -> stop(run, Endings.late(deadline)));
        }
        for (int leaf : plan.leaves()) {
            if (run.table.state[leaf] == State.WAITING) {
                parts.readiness.ready(run, leaf);
            }
        }
        touch(run);
    }

    /** A root that only gathers stays here: each result that it needs is asked for by itself. */
    private static void want(RunState run, Frame frame) {
        int root = frame.plan.root();
        if (frame.plan.gathers(root)) {
            run.table.state[root] = State.GATHERED;
            run.open--;
            for (int at = frame.from(root); at < frame.to(root); at++) {
                run.table.uses[frame.dependency(at)]--;
                run.wanted.set(frame.dependency(at));
            }
        } else {
            run.wanted.set(root);
        }
        run.wanted.stream().forEach(task -> run.table.uses[task]++);
        run.unfetched = run.wanted.cardinality();
    }

    void cancel(Event.RunCancelled cancelled) {
        RunState run = find(cancelled.run());
        if (run != null) {
            stop(run, cancelled.why());
        }
    }

    void held(Event.Held event) {
        RunState run = find(event.run());
        if (run != null) {
            run.held += event.more();
            touch(run);
        }
    }

    /** Starts nothing more of a run, and interrupts what is at work; {@code why} is null where a task failed. */
    void stop(RunState run, @Nullable String why) {
        if (!run.isRunning()) {
            return;
        }
        run.phase = RunState.Phase.STOPPING;
        run.cancelled = why;
        for (int task = 0; task < run.table.size(); task++) {
            byte state = run.table.state[task];
            if (State.isOpen(state) && state != State.RUNNING) {
                parts.readiness.leave(run, task, State.CANCELLED);
                run.open--;
            }
        }
        for (Batch batch : parts.batches.all()) {
            if (batch.run == run) {
                parts.batches.interrupt(batch);
            }
        }
        parts.timers.after(parts.now, run.options.grace(), () -> end(run));
        touch(run);
    }

    /** Something has changed by which the run may be over. */
    void touch(RunState run) {
        if (!run.touched) {
            run.touched = true;
            touched.add(run);
        }
    }

    /** Lets runs begin more that is not to go far ahead of itself. */
    void admit() {
        for (RunState run : touched) {
            parts.readiness.admit(run);
        }
    }

    void endThoseDone() {
        for (RunState run : touched) {
            run.touched = false;
            boolean done = run.isRunning() && run.open == 0 && run.unfetched == 0;
            boolean stopped = run.phase == RunState.Phase.STOPPING && run.batches == 0;
            if (done || stopped) {
                assert stopped || run.live == 0 : "a result was never let go";
                finish(run, done);
            }
        }
        touched.clear();
    }

    private void finish(RunState run, boolean done) {
        if (done) {
            parts.results.gathered(run);
        }
        end(run);
    }

    private void end(RunState run) {
        if (run.phase == RunState.Phase.ENDED) {
            return;
        }
        for (Batch batch : parts.batches.all()) {
            for (int i = 0; batch.run == run && i < batch.tasks.size(); i++) {
                if (batch.awaits(i)) {
                    run.stuck.add(batch.tasks.get(i));
                }
            }
        }
        run.phase = RunState.Phase.ENDED;
        Map<Integer, Integer> missing = new LinkedHashMap<>();
        run.wanted.stream()
                .filter(task -> !run.fetched.get(task))
                .forEach(task -> missing.put(task, run.because.getOrDefault(task, -1)));
        run.workers.stream()
                .filter(number -> parts.workers.find(number) != null)
                .forEach(number -> parts.out.add(new Command.Forget(number, run.id)));
        parts.out.add(new Command.End(run.id, run.cancelled, missing, List.copyOf(run.stuck), run.progress()));
        all.remove(run.id);
        last = null;
    }
}
