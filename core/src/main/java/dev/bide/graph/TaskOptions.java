package dev.bide.graph;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a task asks for beyond its function: its name, how often it may be tried again, and whether equal calls may be run
 * once.
 *
 * @param name the name shown in keys, pictures and errors, or {@code null} to derive it from the function
 * @param retries how many more attempts follow one that throws an {@code Exception}
 * @param pure whether equal arguments give equal results and nothing else happens
 */
public record TaskOptions(@Nullable String name, int retries, boolean pure) {
    /** No name of its own, no retries, not pure. */
    public static final TaskOptions NONE = new TaskOptions(null, 0, false);

    /**
     * Makes options.
     *
     * @param name the name shown, or {@code null} to derive it
     * @param retries how many more attempts
     * @param pure whether equal calls may be run once
     * @throws IllegalArgumentException if the name is empty or the retries negative
     */
    public TaskOptions {
        if (name != null && name.isEmpty()) {
            throw new IllegalArgumentException(
                    "a task's name is empty: leave named(..) out to use the function's name");
        }
        if (retries < 0) {
            throw new IllegalArgumentException("retry(" + retries + "): the number of further attempts is negative");
        }
    }

    /**
     * Gives these options with a name.
     *
     * @param newName the name, not empty
     * @return options like these
     */
    public TaskOptions named(String newName) {
        return new TaskOptions(Objects.requireNonNull(newName, "a task's name is null"), retries, pure);
    }

    /**
     * Gives these options with a number of further attempts.
     *
     * @param newRetries how many, not negative
     * @return options like these
     */
    public TaskOptions retry(int newRetries) {
        return new TaskOptions(name, newRetries, pure);
    }

    /**
     * Gives these options with the promise of purity.
     *
     * @return options like these
     */
    public TaskOptions asPure() {
        return new TaskOptions(name, retries, true);
    }
}
