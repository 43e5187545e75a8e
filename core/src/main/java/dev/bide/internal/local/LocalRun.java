package dev.bide.internal.local;

import dev.bide.graph.Key;
import dev.bide.graph.Limit;
import dev.bide.graph.Plan;
import dev.bide.internal.run.Deadline;
import dev.bide.internal.run.Endings;
import dev.bide.internal.run.Shutdown;
import dev.bide.schedule.Progress;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One run on local threads: runs tasks as they become ready, gives results on, lets go of what nobody needs any more.
 *
 * <p>Invariants. A task runs once: only the arrival of its last dependency makes it ready, and each queue gives it out once.
 * The run ends once ({@link Ending}): when its root has a result, or when it was stopped and the last of its {@link Crew} has
 * left.
 */
final class LocalRun<T extends @Nullable Object> implements Run<T> {
    final Ready ready;
    final Hands hands;
    final Ending<T> ending;
    final Crew crew;
    final Waits waits = new Waits();
    final Map<Limit, Limit> lent;

    /** In how many tasks of other runs it was made. */
    final int depth;

    final @Nullable Events events;
    final @Nullable HandledTasks handled;
    final @Nullable RankedQueue bounded;

    private final RunOptions options;
    private final Frame first;
    private final @Nullable Growth growth;
    private final Failures failures;
    private final @Nullable Outcomes outcomes;
    private final @Nullable Spilling spilling;
    private final boolean alone;
    private final boolean parallel;
    private final boolean runsNextAtOnce;
    private final boolean ranks;
    private boolean callerInterrupted;

    LocalRun(Plan plan, RunOptions options, Hands hands) {
        Recursion.refuse();
        this.options = options;
        this.hands = hands;
        Slot around = Slot.current();
        this.depth = around == null ? 0 : around.run.depth + 1;
        this.lent = around == null ? Map.of() : LimitPlace.lentHere();
        this.events = Events.of(options.listeners());
        this.failures = new Failures(options.goesOn());
        this.ending = new Ending<>(this, options.grace());
        this.crew = new Crew(this, hands.workers());
        this.parallel = !hands.alone();
        this.alone = !parallel && events == null && !plan.expanding();
        this.ranks = plan.ranked();
        this.spilling = Spilling.of(options.spill(), hands.alone());
        this.first = Frame.first(plan, sharing(plan), spilling);
        this.ready = hands.readyFor(this);
        this.bounded = ready instanceof RankedQueue queue && queue.bounded() ? queue : null;
        this.runsNextAtOnce = ready.runsNextAtOnce();
        this.growth = plan.expanding() ? new Growth(this, first) : null;
        this.handled = HandledTasks.of(this, plan, options.handling());
        this.outcomes = Outcomes.of(first, failures);
    }

    /** Whether its tasks have priorities or it may not go far ahead, so that what runs next has to be chosen from all. */
    boolean chooses() {
        return ranks || options.ahead() != RunOptions.UNBOUNDED;
    }

    RankedQueue ranked() {
        return new RankedQueue(this, first.plan, ranks, options.ahead());
    }

    private Frame.Sharing sharing(Plan plan) {
        if (alone) {
            return Frame.Sharing.ALONE;
        }
        return plan.expanding() || !parallel ? Frame.Sharing.GROWING : Frame.Sharing.SHARED;
    }

    /** Whether the tasks follow each other on the caller's thread, and nobody asks when each became ready. */
    boolean alone() {
        return alone;
    }

    void begin(Slot slot) {
        Shutdown.watch(ending);
        if (events != null) {
            events.started(first.plan);
        }
        if (options.deadline() != null) {
            ending.expireAfter(options.deadline());
        }
        tellQueued(first);
        ready.open(slot, first);
    }

    void tellQueued(Frame frame) {
        if (events != null) {
            for (int leaf : frame.plan.leaves()) {
                events.queued(frame, leaf);
            }
        }
    }

    /** It ran just now, or it got its result from the graph that it went on with. */
    private void tellFinished(Slot slot, Frame frame, int number, @Nullable Object result, boolean ran) {
        if (events == null || result instanceof Failures.Missing) {
            return;
        }
        if (ran) {
            events.finished(slot, frame, number, result);
        } else {
            events.passedOn(frame, number);
        }
    }

    // ---------------------------------------------------------------- workers

    /** Runs ready tasks until there is none for this worker, or it has no more time; what it had begun to queue is queued. */
    void work(Slot slot, long deadline) {
        boolean timed = deadline != Deadline.NEVER;
        try {
            for (long task = ready.poll(slot); task != Ready.NONE && !stopped(); ) {
                task = step(slot, task);
                if (bounded != null) {
                    bounded.stepped();
                }
                if (timed && System.nanoTime() - deadline >= 0) {
                    giveBack(slot, task);
                    return;
                }
                if (task == Ready.NONE) {
                    task = ready.poll(slot);
                }
            }
        } catch (OutOfMemoryError noRoom) {
            failForWantOfMemory(slot, noRoom);
        } catch (Throwable bug) {
            failures.crash(bug);
            ending.stop();
        }
    }

    /** There was no memory even to say that there is none. The run cannot go on, so what it holds is let go: then there is. */
    private void failForWantOfMemory(Slot slot, OutOfMemoryError noRoom) {
        ending.halt();
        failures.loseInputs();
        first.results.clear();
        if (growth != null) {
            growth.clear();
        }
        Frame frame = slot.busy() ? frameOf(slot.running()) : null;
        try {
            if (!failures.any()) {
                failures.note(Objects.requireNonNull(frame), (int) slot.running(), Attempts.only(slot, noRoom), 1);
            }
        } catch (Throwable again) {
            failures.crash(noRoom);
        }
        slot.end();
        ending.stopHalted();
    }

    private void giveBack(Slot slot, long task) {
        if (task != Ready.NONE) {
            enqueue(slot, frame(task), (int) task);
        }
    }

    /** The frame of a task that is ready or running. */
    private Frame frame(long task) {
        return Objects.requireNonNull(frameOf(task));
    }

    /** The frame of a task, or {@code null} if it is closed. */
    @Nullable
    Frame frameOf(long task) {
        return growth == null ? first : growth.frame((int) (task >>> 32));
    }

    /** A run in order that has nothing to do and no result has lost a task. */
    void failIfStuck() {
        if (!stopped()) {
            failures.crash(new AssertionError("no task is ready and the root has no result"));
            ending.stop();
        }
    }

    void dropParked() {
        if (handled != null) {
            handled.drop();
        }
    }

    /** What a run that is asked for outcomes gives, however it ends; else {@code null}. */
    @Nullable
    Outcomes outcomes() {
        return outcomes;
    }

    /** Nobody asks for a result any more that is out of memory. */
    void dropSpilled() {
        if (spilling != null) {
            spilling.close();
        }
    }

    boolean stopped() {
        return ending.stopping();
    }

    /** Called once, after the phase has changed. */
    void expel() {
        hands.part(this);
        dropParked();
        crew.expel();
    }

    // ---------------------------------------------------------------- one task

    /** Runs a task; gives the dependent to go on with, or {@link Ready#NONE}. */
    private long step(Slot slot, long task) {
        int number = (int) task;
        Frame frame = frame(task);
        if (failures.any() && failures.inputMissing(frame, number)) {
            return settle(slot, frame, number, failures.skip(this, frame, number));
        }
        if (handled != null && handled.has(frame, number)) {
            return handled.step(slot, frame, number);
        }
        slot.begin(task);
        Object result;
        try {
            if (events != null && !frame.plan.imported(number)) {
                events.begun(slot, frame, number, 1);
            }
            result = frame.call(number);
        } catch (Throwable thrown) {
            result = Attempts.failed(this, slot, frame, number, thrown);
        }
        slot.end();
        dropStrayInterrupt(slot);
        return settle(slot, frame, number, result);
    }

    /** On the caller's thread an interrupt is never stray. */
    void dropStrayInterrupt(Slot slot) {
        if (parallel) {
            slot.dropStrayInterrupt();
        }
    }

    /** Takes in what a task gave: nothing because the run has stopped or left it behind, more graph, or a result. */
    long settle(Slot slot, Frame frame, int number, @Nullable Object given) {
        if (given instanceof Failures.Stopped || ending.ended()) {
            return Ready.NONE;
        }
        return growth != null && frame.plan.expands(number) && !frame.plan.imported(number)
                ? growth.answered(slot, frame, number, given)
                : finished(slot, frame, number, given);
    }

    /** Takes a result in; gives the dependent to go on with. A frame's root gives its result on to the frame before. */
    long finished(Slot slot, Frame of, int task, @Nullable Object result) {
        Frame frame = of;
        int number = task;
        while (true) {
            frame.put(number, result);
            if (growth == null || !frame.plan.imported(number)) {
                slot.count();
                if (bounded != null) {
                    bounded.added(frame, number);
                }
                tellFinished(slot, frame, number, result, frame == of);
            }
            if (growth != null) {
                growth.settled(slot, frame, number);
            }
            if (outcomes != null && frame == first && number == frame.plan.root()) {
                outcomes.take(result);
            }
            if (growth == null || !frame.plan.expands(number)) {
                releaseInputs(frame, number);
            }
            if (number != frame.plan.root()) {
                return frame.counted() ? arriveAtDependents(slot, frame, number) : Ready.NONE;
            }
            if (frame.outer == null) {
                ending.succeed(result);
                return Ready.NONE;
            }
            Objects.requireNonNull(growth).close(frame);
            number = frame.outerTask;
            frame = frame.outer;
            if (result instanceof Failures.Missing) {
                failures.skip(this, frame, number);
            }
        }
    }

    void releaseInputs(Frame frame, int number) {
        int[] dependencies = frame.plan.dependencies();
        int end = frame.plan.dependencyStart()[number + 1];
        for (int p = frame.plan.dependencyStart()[number]; p < end; p++) {
            if (growth != null) {
                growth.release(frame, dependencies[p]);
            } else if (frame.release(dependencies[p], number)) {
                tellReleased(frame, dependencies[p]);
            }
        }
    }

    void tellReleased(Frame frame, int number) {
        if (bounded != null) {
            bounded.released(frame, number);
        }
        if (events != null) {
            events.released(frame, number);
        }
    }

    /** The lowest of the dependents that are ready now is run at once, where the queue allows it; the others are queued. */
    long arriveAtDependents(Slot slot, Frame frame, int number) {
        int[] dependents = frame.plan.dependents();
        int start = frame.plan.dependentStart()[number];
        int next = -1;
        for (int p = frame.plan.dependentStart()[number + 1] - 1; p >= start; p--) {
            int dependent = dependents[p];
            if (frame.arrive(dependent, number)) {
                if (events != null) {
                    events.queued(frame, dependent);
                }
                if (next >= 0) {
                    enqueue(slot, frame, next);
                }
                next = dependent;
            }
        }
        if (next < 0 || !parallel) {
            return Ready.NONE;
        }
        if (!runsNextAtOnce) {
            enqueue(slot, frame, next);
            return Ready.NONE;
        }
        return Ready.task(frame, next);
    }

    void enqueue(Slot slot, Frame frame, int number) {
        ready.push(slot, frame, number);
        announce();
    }

    /** There is a task more. The fence orders its push before the look at who sleeps. */
    void announce() {
        if (parallel) {
            VarHandle.fullFence();
            ending.wakeHelper();
            hands.wake(this);
        }
    }

    /** In a run on the caller's thread: somebody interrupted it, so the run is over and the flag is to be set again. */
    boolean cancelIfCallerInterrupted(boolean thrown) {
        if (parallel || !thrown && !Thread.currentThread().isInterrupted() || stopped()) {
            return false;
        }
        callerInterrupted = true;
        ending.cancel(Endings.INTERRUPTED);
        return true;
    }

    boolean callerInterrupted() {
        return callerInterrupted;
    }

    Failures failures() {
        return failures;
    }

    // ---------------------------------------------------------------- what the user sees

    @Override
    public T get() {
        Waiting.until(this, Deadline.NEVER);
        return ending.give();
    }

    @Override
    public T get(Duration timeout) throws TimeoutException {
        Objects.requireNonNull(timeout, "the time to wait is null: use get() to wait for as long as it takes");
        if (!Waiting.until(this, Deadline.after(timeout))) {
            throw Endings.notOver(timeout, progress());
        }
        return ending.give();
    }

    @Override
    public boolean cancel() {
        return ending.cancel(Endings.CANCELLED);
    }

    @Override
    public boolean isDone() {
        return ending.ended();
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return ending.future();
    }

    @Override
    public @Nullable Object rerun(String key) throws Exception {
        return failures.rerun(Key.of(key));
    }

    @Override
    public Plan plan() {
        return first.plan;
    }

    @Override
    public RunOptions options() {
        return options;
    }

    @Override
    public Progress progress() {
        long total = growth != null ? growth.total() : first.plan.size();
        long done = Math.max(0, crew.settled() - failures.missing());
        return new Progress(total, done, crew.running(), failures.failed(), failures.skipped());
    }
}
