package dev.bide.internal.local;

/**
 * Chooses the next task of a run among those that are ready. A task is a number: the frame's in the upper half, the task's
 * number in that frame in the lower.
 */
interface Ready {
    /** What {@link #poll} answers when nothing is ready. */
    long NONE = TaskDeque.NONE;

    static long task(Frame frame, int number) {
        return (long) frame.id << 32 | number;
    }

    /** Takes in the tasks of a new frame that wait for nothing. */
    void open(Slot slot, Frame frame);

    /** Takes in a task that has become ready. */
    void push(Slot slot, Frame frame, int number);

    /** Takes in a task that comes back, from any thread. */
    default void give(long task) {
        throw new AssertionError("a task of a run in order waits in its place");
    }

    /** A task has been parked: it is neither ready nor at work until it comes back. */
    default void park() {}

    /** A task is parked no more. */
    default void unpark() {}

    /** A worker has done what there was to do for the task that it took. */
    default void stepped() {}

    /** Gives the next task for this worker, or {@link #NONE}. */
    long poll(Slot slot);

    /** Whether a poll now would probably give a task; after a full fence it sees every push before that. */
    boolean hasWork();

    /** Whether a worker may run a task that it has made ready without asking {@link #poll} first. */
    boolean runsNextAtOnce();
}
