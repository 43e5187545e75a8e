package dev.bide.remote;

/**
 * Names a task of a run. Its number is the one it has in the run's plan; the tasks of plans by which a run grew follow.
 *
 * @param run the run
 * @param task the number of the task in the run
 */
public record TaskId(int run, int task) {}
