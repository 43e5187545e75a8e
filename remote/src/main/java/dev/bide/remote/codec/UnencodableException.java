package dev.bide.remote.codec;

import org.jspecify.annotations.Nullable;

/**
 * A value or function cannot be sent to another JVM. The message names the path of fields to what cannot, its class, and what to
 * do.
 */
public final class UnencodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what cannot be sent, and what to do
     * @param cause what the library said, or {@code null}
     */
    public UnencodableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
