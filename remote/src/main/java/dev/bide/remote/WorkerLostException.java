package dev.bide.remote;

import java.util.List;

/**
 * A task was at work on a worker that was lost. Thrown nowhere, and so without a stack: it is what a task fails of that was in too
 * many deaths.
 */
public final class WorkerLostException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final List<String> FEW = List.of("no", "one", "two", "three");

    /**
     * Makes one.
     *
     * @param worker the name of the worker
     * @param cause what is known of its death
     */
    public WorkerLostException(String worker, String cause) {
        this(worker + " was lost while the task was at work there: " + cause);
    }

    private WorkerLostException(String message) {
        super(message, null, true, false);
    }

    /** Of the last of the deaths that a task may be in. */
    static WorkerLostException last(String worker, String cause, int deaths) {
        String count = deaths < FEW.size() ? FEW.get(deaths) : String.valueOf(deaths);
        return new WorkerLostException("it ended " + count + (deaths == 1 ? " worker: " : " workers, the last: ")
                + (cause.startsWith(worker) ? cause : worker + ": " + cause)
                + "; a task that calls System.exit, or needs too much memory, does that");
    }
}
