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

    /** Gives the next task for this worker, or {@link #NONE}. */
    long poll(Slot slot);

    /** Whether a poll now would probably give a task; after a full fence it sees every push before that. */
    boolean hasWork();

    /** Whether a worker may run a task that it has made ready without asking {@link #poll} first. */
    boolean runsNextAtOnce();
}
