package dev.bide.schedule;

import java.util.concurrent.CancellationException;

/** A run was cancelled before it had its result: by {@link Run#cancel}, or by interrupting the thread that waited for it. */
public final class RunCancelledException extends CancellationException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what happened
     */
    public RunCancelledException(String message) {
        super(message);
    }
}
