package dev.bide.remote.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What lies behind an exception: libraries wrap, and what they wrap is what a user can mend. */
final class Causes {
    private static final int MOST = 50;
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+([./][\\w$]+)*");

    private Causes() {}

    static boolean has(Throwable failed, Class<? extends Throwable> type) {
        return find(failed, type) != null;
    }

    private static @Nullable Throwable find(Throwable failed, Class<? extends Throwable> type) {
        Throwable cause = failed;
        for (int i = 0; cause != null && i < MOST; i++, cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }

    /** The last of the causes, in words. */
    static String text(Throwable failed) {
        Throwable last = failed;
        for (int i = 0; last.getCause() != null && i < MOST; i++) {
            last = last.getCause();
        }
        String message = last.getMessage();
        return last instanceof IllegalArgumentException && message != null ? message : last.toString();
    }

    /** Name of the class that could not be found, or null if that is not what went wrong. */
    static @Nullable String missingClass(Throwable failed) {
        Throwable lacking = find(failed, ClassNotFoundException.class);
        if (lacking == null) {
            lacking = find(failed, NoClassDefFoundError.class);
        }
        if (lacking == null) {
            return null;
        }
        String message = String.valueOf(lacking.getMessage());
        Matcher name = CLASS_NAME.matcher(message);
        return name.find() ? name.group().replace('/', '.') : message;
    }
}
