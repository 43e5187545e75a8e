package dev.bide.remote.worker;

import org.jspecify.annotations.Nullable;

/**
 * Tasks to run one after the other. Its inputs are written while they come, under the lock of {@link Requests}, and
 * read by the thread that runs it, which gets it through the {@link Desk} later. Who runs it is the desk's to say.
 */
final class Batch implements Requests.Taker {
    /** A source that is neither in the batch nor among its inputs. */
    static final int NOWHERE = Integer.MIN_VALUE;

    /** No task. */
    static final int NONE = -1;

    final long number;
    final int runNumber;
    final KeptRun run;
    final Tasks tasks;
    final @Nullable Kept[] inputs;
    private final Desk desk;

    /** When it came, by counting; the desk's. */
    long turn;

    /** The thread at work on it; the desk's. */
    @Nullable
    Thread thread;

    /** Which of the desk's threads that is. */
    int seat;

    /** Whether no more of its tasks shall run. */
    volatile boolean stopped;

    /**
     * What was asked for. A source is the position of a task in the batch, or the complement of that of an input.
     *
     * @param numbers the tasks
     * @param attempts the attempt of each
     * @param specs what each does, as bytes
     * @param origins the tasks that make what each needs
     * @param sources where that is found
     * @param tellsStart whether to tell when the first begins
     * @param thrown if there is something: ask the fallback for the result, with this
     */
    record Tasks(
            int[] numbers,
            int[] attempts,
            byte[][] specs,
            int[][] origins,
            int[][] sources,
            boolean tellsStart,
            byte @Nullable [] thrown) {}

    Batch(long number, int runNumber, KeptRun run, Tasks tasks, int inputs, Desk desk) {
        this.number = number;
        this.runNumber = runNumber;
        this.run = run;
        this.tasks = tasks;
        this.inputs = new Kept[inputs];
        this.desk = desk;
    }

    int size() {
        return tasks.numbers.length;
    }

    @Override
    public void take(int index, @Nullable Kept result) {
        inputs[index] = result;
    }

    @Override
    public void ready() {
        desk.ready(this);
    }
}
