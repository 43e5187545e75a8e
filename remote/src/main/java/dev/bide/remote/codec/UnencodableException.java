package dev.bide.remote.codec;

import org.jspecify.annotations.Nullable;

/**
 * A value or function cannot be sent to another JVM. The message names the path of fields to what cannot, its class, and what to
 * do. It has no stack: where the codec was called says nothing about the value.
 */
public final class UnencodableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String CANNOT = "can't be sent to another JVM: ";

    private final String why;
    private final transient @Nullable Finding found;

    /**
     * Makes the exception.
     *
     * @param why what cannot be sent, and what to do
     * @param cause what the library said, or {@code null}
     */
    public UnencodableException(String why, @Nullable Throwable cause) {
        this(why, null, cause);
    }

    /** What the library said adds nothing to what was found. */
    UnencodableException(Finding found) {
        this(found.text(null), found, null);
    }

    private UnencodableException(String why, @Nullable Finding found, @Nullable Throwable cause) {
        super(CANNOT + why, cause, true, false);
        this.why = why;
        this.found = found;
    }

    /**
     * Says the same of an argument of a call.
     *
     * @param number which argument, from 1
     * @return what to throw instead
     */
    public UnencodableException ofArgument(int number) {
        String name = "argument " + number;
        return found == null
                ? new UnencodableException(name + ": " + why, null, getCause())
                : new UnencodableException(found.text(name), found, null);
    }

    /**
     * Says the same of the result of a task.
     *
     * @return what to throw instead
     */
    public UnencodableException ofResult() {
        return found == null ? this : new UnencodableException(found.textOfResult(), found, null);
    }
}
