package dev.bide.remote.codec;

import org.jspecify.annotations.Nullable;

/** Bytes are no value here: they are damaged, need a class that this JVM lacks, or one that is refused. */
public final class UndecodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message why not, and what to do
     * @param cause what the library said, or {@code null}
     */
    public UndecodableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
