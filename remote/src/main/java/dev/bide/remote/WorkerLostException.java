package dev.bide.remote;

/** A task was at work on a worker that was lost. Thrown nowhere: it is what a task fails of that was in too many deaths. */
public final class WorkerLostException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param worker the name of the worker
     * @param cause what is known of its death
     */
    public WorkerLostException(String worker, String cause) {
        super(worker + " was lost while the task was at work there: " + cause);
    }
}
