package dev.bide.remote;

import dev.bide.event.Event.Step;
import dev.bide.graph.Handling;
import dev.bide.graph.Plan;
import dev.bide.schedule.Progress;
import dev.bide.schedule.RunOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run: its tasks, what became of them, and how far it is. */
final class RunState {
    enum Phase {
        RUNNING,
        STOPPING,
        ENDED
    }

    final int id;
    final RunOptions options;
    final TaskTable table = new TaskTable();
    final List<Frame> frames = new ArrayList<>();
    final Aliases aliases = new Aliases();
    final Holders holders = new Holders();
    final Spares spares;
    final Estimates estimates = new Estimates();
    final Captured captured = new Captured();
    final Map<Integer, Care> cares = new HashMap<>();

    /** The tasks that failed, and for each task that was skipped the one that failed; in that order. */
    final Map<Integer, Integer> because = new LinkedHashMap<>();

    /** Ready tasks without inputs that wait because too many results are alive. */
    final TaskHeap heldBack = new TaskHeap();

    /** Workers that were given something of this run. */
    final BitSet workers = new BitSet();

    /** Tasks whose listeners know that they are ready; one that comes back is not told again. */
    final BitSet toldQueued = new BitSet();

    /** Tasks that waited too long where their inputs are. */
    final BitSet goAnywhere = new BitSet();

    /** Tasks whose listeners know that an attempt has begun, and not that it has ended; one that comes back is not told again. */
    final BitSet toldStarted = new BitSet();

    /** Tasks whose listeners know that their result was let go; a spare one that was needed again is let go twice. */
    final BitSet toldReleased = new BitSet();

    final BitSet finished = new BitSet();
    final BitSet wanted = new BitSet();
    final BitSet fetched = new BitSet();
    final BitSet fetching = new BitSet();

    /** Tasks that did not answer their interrupt in time. */
    final Set<Integer> stuck = new LinkedHashSet<>();

    final Map<Integer, List<String>> notes = new HashMap<>();

    Phase phase = Phase.RUNNING;

    @Nullable
    String cancelled;

    int open;
    int ready;
    int running;
    int live;
    int unfetched;
    int batches;

    /** How many of its batches can be at work: of each worker, at most as many as that has threads. */
    int atWork;

    /** Tasks that wait for a place or their next attempt, and go on without anything else of this run. */
    int later;

    /** Results that are not the run's any more and have not been taken yet. */
    int held;

    int imported;
    int done;
    int failed;
    int skipped;
    boolean touched;
    private int[] frameOf = {};

    RunState(int id, RunOptions options, int spares) {
        this.id = id;
        this.options = options;
        this.spares = new Spares(spares);
    }

    boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    /** Whether the root only gathers, and stays here. */
    boolean isGathered() {
        return table.state[plan().root()] == State.GATHERED;
    }

    boolean isListenedTo() {
        return !options.listeners().isEmpty();
    }

    Plan plan() {
        return frames.get(0).plan;
    }

    Frame frame(int task) {
        return frames.get(task < frames.get(0).plan.size() ? 0 : frameOf[task]);
    }

    /** Gives the tasks of a plan their numbers, counts what they wait for and how often they are used. */
    int addTasks(Plan plan) {
        int base = table.add(plan.size());
        for (int i = 0; i < plan.size(); i++) {
            table.pending[base + i] = plan.dependencyStart()[i + 1] - plan.dependencyStart()[i];
            table.uses[base + i] = plan.dependentStart()[i + 1] - plan.dependentStart()[i];
        }
        holders.room(table.size());
        open += plan.size();
        if (base > 0) {
            frameOf = Arrays.copyOf(frameOf, table.size() <= frameOf.length ? frameOf.length : 2 * table.size());
            Arrays.fill(frameOf, base, table.size(), frames.size());
        }
        return base;
    }

    Progress progress() {
        return new Progress(table.size() - imported, done, Math.min(running, atWork), failed, skipped);
    }

    /** Whether listeners are to hear of a step: an attempt of which they know that it is under way has begun once. */
    boolean isNew(Step step, int task) {
        return switch (step) {
            case QUEUED -> isFirst(toldQueued, task);
            case STARTED -> isFirst(toldStarted, task);
            case RELEASED -> isFirst(toldReleased, task);
            case FELL_BACK -> true;
            case FINISHED, FAILED, RETRIED, SKIPPED, CANCELLED -> {
                toldStarted.clear(task);
                toldReleased.clear(task);
                yield true;
            }
        };
    }

    private static boolean isFirst(BitSet told, int task) {
        boolean first = !told.get(task);
        told.set(task);
        return first;
    }

    /** Counts what listeners would hear. A result that is made again counts once. */
    void count(Step step, int task) {
        if (step == Step.FINISHED && !finished.get(task)) {
            finished.set(task);
            done++;
        } else if (step == Step.FAILED) {
            failed++;
        } else if (step == Step.SKIPPED) {
            skipped++;
        }
    }

    /** The care a task has, if it has any by now. */
    @Nullable
    Care care(int task) {
        return cares.isEmpty() ? null : cares.get(task);
    }

    /** The care that a task asks for, or has. */
    @Nullable
    Care careAsked(int task) {
        Care care = care(task);
        if (care != null) {
            return care;
        }
        Frame frame = frame(task);
        int local = task - frame.base;
        boolean asks = frame.plan.handled() && frame.plan.handled(local)
                || options.handling().asks() && frame.plan.calls(local);
        return asks ? careOf(task) : null;
    }

    /** The care of a task that had bad luck. */
    Care careOf(int task) {
        return cares.computeIfAbsent(task, this::newCare);
    }

    private Care newCare(int task) {
        Frame frame = frame(task);
        int local = task - frame.base;
        Handling own = frame.plan.handling(local);
        return new Care(frame.plan.calls(local) ? own.orElse(options.handling()) : own);
    }

    /** Whether something that a task needs will never be there. */
    boolean isInputMissing(int task) {
        return missingInput(task) >= 0;
    }

    /** A dependency that will never be there, or {@code -1}. */
    int missingInput(int task) {
        if (because.isEmpty()) {
            return -1;
        }
        if (aliases.has(task)) {
            int source = aliases.source(task);
            return State.isMissing(table.state[source]) ? source : -1;
        }
        Frame frame = frame(task);
        for (int at = frame.from(task); at < frame.to(task); at++) {
            if (State.isMissing(table.state[frame.dependency(at)])) {
                return frame.dependency(at);
            }
        }
        return -1;
    }

    void note(int task, String what) {
        notes.computeIfAbsent(task, ignored -> new ArrayList<>()).add(what);
    }
}
