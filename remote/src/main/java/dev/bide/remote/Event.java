package dev.bide.remote;

import dev.bide.graph.Limit;
import dev.bide.graph.Plan;
import dev.bide.schedule.RunOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the {@link Brain} is told. Times are nanoseconds of one clock, any, that does not go back.
 *
 * <p>A worker has a number that no other ever had; one that was lost and comes back is another.
 */
public sealed interface Event {
    /**
     * Tells when the brain is told.
     *
     * @return the time in nanoseconds
     */
    long nanos();

    /**
     * A worker is there.
     *
     * @param worker its number
     * @param name what people call it
     * @param threads how many tasks it runs at a time
     * @param nanos the time
     */
    record WorkerJoined(int worker, String name, int threads, long nanos) implements Event {}

    /**
     * A worker is gone, with all its results.
     *
     * @param worker its number
     * @param cause what is known of that
     * @param running the tasks that were at work there, or {@code null} if that is not known
     * @param nanos the time
     */
    record WorkerLost(int worker, String cause, @Nullable List<TaskId> running, long nanos) implements Event {}

    /**
     * A worker wants to leave: it gets no new task, and its results are copied to others.
     *
     * @param worker its number
     * @param nanos the time
     */
    record WorkerLeaving(int worker, long nanos) implements Event {}

    /**
     * A worker has answered a ping, or said anything else.
     *
     * @param worker its number
     * @param nanos the time
     */
    record Ponged(int worker, long nanos) implements Event {}

    /**
     * Somebody wants a run.
     *
     * @param run its number, which no other ever had
     * @param plan what to run
     * @param options what is asked for; the brain leaves {@link RunOptions#listeners} alone but to see whether there are any
     * @param nanos the time
     */
    record RunAsked(int run, Plan plan, RunOptions options, long nanos) implements Event {}

    /**
     * Somebody wants a run to stop.
     *
     * @param run its number
     * @param why what to say of it
     * @param nanos the time
     */
    record RunCancelled(int run, String why, long nanos) implements Event {}

    /**
     * A worker began to run a task. Hands must tell this of tasks with a timeout, and should of others if it costs nothing.
     *
     * @param worker its number
     * @param batch the batch
     * @param task the number of the task in its run
     * @param began when it began, by the driver's clock as well as that is known
     * @param nanos the time
     */
    record Started(int worker, long batch, int task, long began, long nanos) implements Event {}

    /**
     * A worker tells what came of tasks of a batch.
     *
     * @param worker its number
     * @param batch the batch
     * @param answers one for each task that it is done with since it told last, each after those whose results it needed
     * @param last whether it is done with the batch; tasks of which it never told were not run
     * @param nanos the time
     */
    record Answered(int worker, long batch, List<Answer> answers, boolean last, long nanos) implements Event {}

    /**
     * Results that were asked for came, or did not.
     *
     * @param fetch which {@link Command.Fetch}
     * @param missing those of the wanted tasks whose results did not come
     * @param nanos the time
     */
    record Fetched(long fetch, int[] missing, long nanos) implements Event {}

    /**
     * Results were copied from one worker to another, or were not.
     *
     * @param copy which {@link Command.Copy}
     * @param missing the tasks whose results were not
     * @param nanos the time
     */
    record Copied(long copy, int[] missing, long nanos) implements Event {}

    /**
     * A task has the place in a limit that was asked for by {@link Command.Enter}.
     *
     * @param run its run
     * @param task its number
     * @param limit of which limit
     * @param nanos the time
     */
    record PlaceGranted(int run, int task, Limit limit, long nanos) implements Event {}

    /**
     * Results that the driver took from a run lie there until somebody wants them, or no more.
     *
     * @param run the run
     * @param more how many more lie there now
     * @param nanos the time
     */
    record Held(int run, int more, long nanos) implements Event {}

    /**
     * It is as late as {@link Command.WakeAt} asked for.
     *
     * @param nanos the time
     */
    record Woke(long nanos) implements Event {}
}
