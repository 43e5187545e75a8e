package dev.bide.diagnostics.internal.recording;

import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Plan;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is written of the tasks of one plan: 28 bytes for each that has details; where not all have, sums by name.
 *
 * <p>Each place is written by the thread that ran its task, and read after the run has ended, or by chance before.
 */
final class PlanLog {
    private static final int STATE_BITS = 8;
    private static final int ATTEMPT_BITS = 8;
    private static final int MOST_ATTEMPTS = (1 << ATTEMPT_BITS) - 1;

    private static final State[] STATES = State.values();

    private final Plan plan;
    private final @Nullable TaskEvent by;
    private final int every;
    private final long[] began;
    private final long[] ended;
    private final long[] bytes;
    private final int[] what;
    private final Sums[] sums;

    /**
     * Begins a log.
     *
     * @param plan the plan
     * @param by the task that made the graph grow by it
     * @param every each how manieth task has details
     */
    PlanLog(Plan plan, @Nullable TaskEvent by, int every) {
        this.plan = plan;
        this.by = by;
        this.every = every;
        int rows = (plan.size() - 1) / every + 1;
        this.began = new long[rows];
        this.ended = new long[rows];
        this.bytes = new long[rows];
        this.what = new int[rows];
        this.sums = every == 1
                ? new Sums[0]
                : IntStream.range(0, plan.names().size())
                        .mapToObj(i -> new Sums())
                        .toArray(Sums[]::new);
    }

    void note(TaskEvent step, int worker, long start) {
        if (every != 1) {
            sums[plan.group(step.task())].add(step);
            if (step.task() % every != 0) {
                return;
            }
        }
        int row = step.task() / every;
        int attempts = step.step() == Step.SKIPPED ? attempts(row) : Math.min(MOST_ATTEMPTS, step.attempt());
        boolean ran = step.step() != Step.SKIPPED && (step.began() != step.nanos() || ended[row] == 0);
        if (ran) {
            began[row] = 1 + step.began() - start;
            ended[row] = 1 + step.nanos() - start;
            bytes[row] = 1 + step.bytes();
        }
        int by = ran ? worker : worker(row);
        what[row] = (1 + by) << STATE_BITS + ATTEMPT_BITS
                | attempts << STATE_BITS
                | state(step.step()).ordinal();
    }

    private static State state(Step step) {
        return switch (step) {
            case FINISHED -> State.DONE;
            case FAILED -> State.FAILED;
            case SKIPPED -> State.SKIPPED;
            case CANCELLED -> State.CANCELLED;
            case RETRIED, STARTED -> State.RUNNING;
            case QUEUED, RELEASED -> State.WAITING;
        };
    }

    // ---------------------------------------------------------------- reading

    Plan plan() {
        return plan;
    }

    /** The task that made the graph grow by this plan. */
    @Nullable
    TaskEvent by() {
        return by;
    }

    int every() {
        return every;
    }

    int rows() {
        return what.length;
    }

    Sums sums(int group) {
        return sums[group];
    }

    State state(int row) {
        return STATES[what[row] & (1 << STATE_BITS) - 1];
    }

    int attempts(int row) {
        return what[row] >>> STATE_BITS & MOST_ATTEMPTS;
    }

    /** The worker's number, or -1. */
    int worker(int row) {
        return (what[row] >>> STATE_BITS + ATTEMPT_BITS) - 1;
    }

    /** In nanoseconds since the run began, or -1. */
    long began(int row) {
        return began[row] - 1;
    }

    /** In nanoseconds since the run began, or -1. */
    long ended(int row) {
        return ended[row] - 1;
    }

    long bytes(int row) {
        return bytes[row] - 1;
    }
}
