package dev.bide.remote;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands for what a task threw on a worker and could not be sent from there: it shows the same text, stack trace,
 * causes and suppressed exceptions.
 */
public final class RemoteFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;

    private final String shown;

    private RemoteFailureException(String shown, String message, @Nullable RemoteFailureException cause) {
        super(message, cause);
        this.shown = shown;
    }

    /**
     * Makes one like what was thrown.
     *
     * @param thrown what was thrown
     * @param why why that cannot be sent
     * @return what can be
     */
    public static RemoteFailureException of(Throwable thrown, String why) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return like(thrown, "; the exception itself could not be sent: " + why, seen);
    }

    private static RemoteFailureException like(Throwable thrown, String note, Set<Throwable> seen) {
        seen.add(thrown);
        Throwable cause = thrown.getCause();
        boolean goesOn = cause != null && seen.size() < MOST && !seen.contains(cause);
        String shown = shown(thrown);
        RemoteFailureException like = new RemoteFailureException(
                shown, shown + note, goesOn && cause != null ? like(cause, note, seen) : null);
        like.setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (seen.size() < MOST && !seen.contains(suppressed)) {
                like.addSuppressed(like(suppressed, note, seen));
            }
        }
        return like;
    }

    private static String shown(Throwable thrown) {
        try {
            return String.valueOf(thrown);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return thrown.getClass().getName();
        }
    }

    /** Shows what was thrown, as that would. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // shows another class than its own
    public String toString() {
        return shown;
    }
}
