package dev.bide.diagnostics.internal.recording;

import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is written of the tasks of one plan: 40 bytes for each that has details; where not all have, sums by name.
 *
 * <p>Each place is written by the thread that ran its task, and read after the run has ended, or by chance before.
 */
final class PlanLog {
    private static final int ATTEMPT_BITS = 8;
    private static final int MOST_ATTEMPTS = (1 << ATTEMPT_BITS) - 1;

    private final Outline tasks;
    private final int number;
    private final Origin origin;
    private final int every;
    private final long[] began;
    private final long[] ended;
    private final long[] lost;
    private final long[] bytes;
    private final int[] where;
    private final @Nullable State[] states;
    private final Sums[] sums;

    /**
     * Begins a log.
     *
     * @param tasks the tasks of the plan
     * @param number its own, from 0
     * @param origin where the plan comes from
     * @param every each how manieth task has details
     */
    PlanLog(Outline tasks, int number, Origin origin, int every) {
        this.tasks = tasks;
        this.number = number;
        this.origin = origin;
        this.every = every;
        int rows = (tasks.size() - 1) / every + 1;
        this.began = new long[rows];
        this.ended = new long[rows];
        this.lost = new long[rows];
        this.bytes = new long[rows];
        this.where = new int[rows];
        this.states = new State[rows];
        this.sums = every == 1
                ? new Sums[0]
                : IntStream.range(0, tasks.names().size())
                        .mapToObj(i -> new Sums())
                        .toArray(Sums[]::new);
    }

    private PlanLog(PlanLog of) {
        this.tasks = of.tasks;
        this.number = of.number;
        this.origin = of.origin;
        this.every = of.every;
        this.states = of.states.clone();
        this.began = of.began.clone();
        this.ended = of.ended.clone();
        this.lost = of.lost.clone();
        this.bytes = of.bytes.clone();
        this.where = of.where.clone();
        this.sums = of.sums;
    }

    /**
     * Where a plan comes from.
     *
     * @param by the task that made the graph grow by it, or {@code null} for the run's first
     * @param imports for each of its tasks the one of another plan that computes it, if one does
     */
    record Origin(@Nullable Place by, @Nullable Place[] imports) {
        static final Origin RUN = new Origin(null, new Place[0]);
    }

    /** What is written now: who reads twice must read the same, though workers go on writing. */
    PlanLog copy() {
        return new PlanLog(this);
    }

    void note(TaskEvent step, int worker, long start) {
        if (every != 1 && !tasks.gathers(step.task())) {
            sums[tasks.group(step.task())].add(step);
        }
        write(step, worker, start);
    }

    /** A task has answered with more graph. */
    void answered(TaskEvent step, int worker, long start) {
        if (every != 1) {
            sums[tasks.group(step.task())].took(step);
        }
        write(step, worker, start);
    }

    /** What a task finishes or is skipped with after it has answered says nothing of its own attempt. */
    private void write(TaskEvent step, int worker, long start) {
        if (step.task() % every != 0) {
            return;
        }
        int row = step.task() / every;
        if (step.step() != Step.SKIPPED && states[row] != State.DONE) {
            began[row] = 1 + step.began() - start;
            ended[row] = 1 + step.nanos() - start;
            bytes[row] = 1 + step.bytes();
            where[row] = (1 + worker) << ATTEMPT_BITS | Math.min(MOST_ATTEMPTS, step.attempt());
        }
        if (step.step() == Step.RETRIED) {
            lost[row] += step.nanos() - step.began();
        }
        states[row] = state(step.step());
    }

    private static State state(Step step) {
        return switch (step) {
            case FINISHED -> State.DONE;
            case FAILED -> State.FAILED;
            case SKIPPED -> State.SKIPPED;
            case CANCELLED -> State.CANCELLED;
            case RETRIED, FELL_BACK, STARTED -> State.RUNNING;
            case QUEUED, RELEASED -> State.WAITING;
        };
    }

    // ---------------------------------------------------------------- reading

    Outline tasks() {
        return tasks;
    }

    int number() {
        return number;
    }

    Origin origin() {
        return origin;
    }

    int every() {
        return every;
    }

    int rows() {
        return where.length;
    }

    Sums sums(int group) {
        return sums[group];
    }

    State state(int row) {
        State state = states[row];
        return state == null ? State.WAITING : state;
    }

    int attempts(int row) {
        return where[row] & MOST_ATTEMPTS;
    }

    /** The worker's number, or -1. */
    int worker(int row) {
        return (where[row] >>> ATTEMPT_BITS) - 1;
    }

    /** In nanoseconds since the run began, or -1. */
    long began(int row) {
        return began[row] - 1;
    }

    /** In nanoseconds since the run began, or -1. */
    long ended(int row) {
        return ended[row] - 1;
    }

    /** The time that attempts before the last took, in nanoseconds. */
    long lost(int row) {
        return lost[row];
    }

    long bytes(int row) {
        return bytes[row] - 1;
    }
}
