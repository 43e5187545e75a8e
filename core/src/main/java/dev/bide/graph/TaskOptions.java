package dev.bide.graph;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a task asks for beyond its function: its name, whether equal calls may be run once, whether its results may be
 * stored, and how a run is to handle it. Immutable.
 *
 * @param name the name shown in keys, pictures and errors, or {@code null} to derive it from the function
 * @param pure whether equal arguments give equal results and nothing else happens
 * @param stored whether a store may keep its results, which equal arguments give again
 * @param version what stands for the function's code in the store, or {@code null} for the code itself
 * @param handling its retries, time limit, fallback, limit and priority
 */
public record TaskOptions(
        @Nullable String name,
        boolean pure,
        boolean stored,
        @Nullable String version,
        Handling handling) implements Serializable {
    /** No name of its own, not pure, not stored, handled as the run likes. */
    public static final TaskOptions NONE = new TaskOptions(null, false, false, null, Handling.NONE);

    /**
     * Makes options.
     *
     * @param name the name shown, or {@code null} to derive it
     * @param pure whether equal calls may be run once
     * @param stored whether a store may keep its results
     * @param version what stands for the code in the store, or {@code null}
     * @param handling how a run is to handle it
     * @throws IllegalArgumentException if the name or the version is empty
     */
    public TaskOptions {
        if (name != null && name.isEmpty()) {
            throw new IllegalArgumentException(
                    "a task's name is empty: leave named(..) out to use the function's name");
        }
        if (version != null && version.isEmpty()) {
            throw new IllegalArgumentException(
                    "a task's version is empty: leave version(..) out for the code itself to count");
        }
    }

    /**
     * Gives these options with a name.
     *
     * @param newName the name, not empty
     * @return options like these
     */
    public TaskOptions named(String newName) {
        return new TaskOptions(
                Objects.requireNonNull(newName, "a task's name is null"), pure, stored, version, handling);
    }

    /**
     * Gives these options with another handling.
     *
     * @param newHandling how a run is to handle the task
     * @return options like these
     */
    public TaskOptions handled(Handling newHandling) {
        return new TaskOptions(name, pure, stored, version, newHandling);
    }

    /**
     * Gives these options with the promise of purity.
     *
     * @return options like these
     */
    public TaskOptions asPure() {
        return new TaskOptions(name, true, stored, version, handling);
    }

    /**
     * Gives these options with leave to store the results.
     *
     * @return options like these
     */
    public TaskOptions asStored() {
        return new TaskOptions(name, pure, true, version, handling);
    }

    /**
     * Gives these options with a version of the code, which a store goes by.
     *
     * @param newVersion the version, not empty
     * @return options like these
     */
    public TaskOptions version(String newVersion) {
        return new TaskOptions(
                name, pure, stored, Objects.requireNonNull(newVersion, "a task's version is null"), handling);
    }
}
