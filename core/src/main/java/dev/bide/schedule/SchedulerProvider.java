package dev.bide.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Starts schedulers of other modules by name, for {@code Schedulers.named} and whoever reads names from a command line or the
 * environment. A service: providers are found by {@link java.util.ServiceLoader}.
 */
public interface SchedulerProvider {
    /**
     * Gives the name.
     *
     * @return letters only, such as {@code processes}
     */
    String name();

    /**
     * Starts a scheduler.
     *
     * @param workers how many workers, or {@code null} if that was not said
     * @return a new scheduler
     * @throws IllegalArgumentException if so many are not possible
     */
    Scheduler start(@Nullable Integer workers);
}
