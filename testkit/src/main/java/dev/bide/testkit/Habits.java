package dev.bide.testkit;

import dev.bide.graph.Plan;

/** What tasks are like on simulated workers, beside what their functions give. */
@FunctionalInterface
public interface Habits {
    /**
     * Gives how long an attempt takes.
     *
     * @param plan the plan that the task is of
     * @param task its number there
     * @param attempt the attempt; each one a worker was asked for counts
     * @return virtual nanoseconds
     */
    long nanos(Plan plan, int task, int attempt);

    /**
     * Tells whether the worker dies half-way.
     *
     * @param plan the plan that the task is of
     * @param task its number there
     * @return whether it does
     */
    default boolean kills(Plan plan, int task) {
        return false;
    }

    /**
     * Tells whether the task goes on as if it had not been interrupted.
     *
     * @param plan the plan that the task is of
     * @param task its number there
     * @return whether it does
     */
    default boolean ignoresInterrupt(Plan plan, int task) {
        return false;
    }

    /**
     * Gives how large the result is.
     *
     * @param plan the plan that the task is of
     * @param task its number there
     * @return bytes
     */
    default long bytes(Plan plan, int task) {
        return 64;
    }
}
