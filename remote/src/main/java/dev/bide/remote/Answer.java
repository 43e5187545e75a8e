package dev.bide.remote;

import dev.bide.graph.Node;

/** What came of one attempt to run a task, as the worker tells it. */
public sealed interface Answer {
    /**
     * Gives the number of the task in its run.
     *
     * @return its number
     */
    int task();

    /**
     * Gives the attempt that the brain had asked for.
     *
     * @return its number
     */
    int attempt();

    /**
     * There is a result, and the worker keeps it.
     *
     * @param task the number of the task
     * @param attempt the attempt
     * @param bytes about how large the result is
     * @param began when it began, by the driver's clock as well as that is known
     * @param ended when it ended
     */
    record Done(int task, int attempt, long bytes, long began, long ended) implements Answer {}

    /**
     * The task answered with more graph. Where that is only a value, the worker answers {@link Done} instead.
     *
     * @param task the number of the task
     * @param attempt the attempt
     * @param more what to go on with; nodes that the run knows are those of its plans
     * @param began when it began
     * @param ended when it ended
     */
    record Grew(int task, int attempt, Node more, long began, long ended) implements Answer {}

    /**
     * The task threw.
     *
     * @param task the number of the task
     * @param attempt the attempt
     * @param thrown what it threw
     * @param began when it began
     * @param ended when it ended
     */
    record Threw(int task, int attempt, Throwable thrown, long began, long ended) implements Answer {}

    /**
     * Inputs could not be had, so the task was not run: nobody's error.
     *
     * @param task the number of the task
     * @param attempt the attempt
     * @param missing the tasks whose results were not where the brain had said
     */
    record InputMissing(int task, int attempt, int[] missing) implements Answer {}

    /**
     * The task was not run: an input from the same batch is not there, or the batch was interrupted.
     *
     * @param task the number of the task
     * @param attempt the attempt
     */
    record NotRun(int task, int attempt) implements Answer {}
}
