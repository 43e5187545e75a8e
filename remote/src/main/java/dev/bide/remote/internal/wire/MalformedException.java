package dev.bide.remote.internal.wire;

/** Says that a message is none that Bide wrote: damaged, or of another version. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what is wrong
     */
    public MalformedException(String message) {
        super(message + "; driver and workers must run the same version of Bide");
    }
}
