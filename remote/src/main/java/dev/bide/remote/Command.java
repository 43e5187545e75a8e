package dev.bide.remote;

import dev.bide.graph.Limit;
import dev.bide.graph.Plan;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.Progress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that the {@link Brain} wants done. Commands for one worker are given in the order in which they should reach it; where
 * they do not, a task may be run again, but no result is wrong.
 *
 * <p>A worker keeps a result under the run, the task and the attempt that made it, and keeps those it had to get from others
 * too, until it is told {@link Release} or {@link Forget}.
 */
public sealed interface Command {
    /**
     * Run a batch: first get the inputs that are elsewhere, then run the tasks one after the other, in this order, and
     * answer with {@link Event.Answered}. What one gives is input of those after it.
     *
     * @param worker where
     * @param batch the number of the batch
     * @param run the run
     * @param tasks the numbers of the tasks
     * @param attempts the attempt of each
     * @param inputs the tasks, but those of the batch, whose results are needed
     * @param inputAttempts the attempt that made each
     * @param inputHolders a worker that has it, this one if it has
     * @param thrown if there is something: do not run the task, ask its fallback for the result, with this
     */
    record Submit(
            int worker,
            long batch,
            int run,
            int[] tasks,
            int[] attempts,
            int[] inputs,
            int[] inputAttempts,
            int[] inputHolders,
            @Nullable Throwable thrown)
            implements Command {}

    /**
     * Interrupt what is at work of a batch and run no more of it; answer all the same.
     *
     * @param worker where
     * @param batch the number of the batch
     */
    record Interrupt(int worker, long batch) implements Command {}

    /**
     * Run no more of a batch than the task at work, and answer: others have time for it. A worker that cannot may do nothing.
     *
     * @param worker where
     * @param batch the number of the batch
     */
    record Recall(int worker, long batch) implements Command {}

    /**
     * Let results go.
     *
     * @param worker where
     * @param run the run
     * @param tasks the numbers of the tasks
     * @param attempts the attempt that made each result
     */
    record Release(int worker, int run, int[] tasks, int[] attempts) implements Command {}

    /**
     * Let all go that is of a run, now and whatever is still made.
     *
     * @param worker where
     * @param run the run
     */
    record Forget(int worker, int run) implements Command {}

    /**
     * Bring results here; answer with {@link Event.Fetched}.
     *
     * @param worker where they are
     * @param fetch the number of this command
     * @param run the run
     * @param wanted the tasks whose results were asked for
     * @param tasks the task that made each: another where the graph grew
     * @param attempts the attempt that made each result
     */
    record Fetch(int worker, long fetch, int run, int[] wanted, int[] tasks, int[] attempts) implements Command {}

    /**
     * Have a worker get results from another and keep them; answer with {@link Event.Copied}.
     *
     * @param worker who gets them
     * @param copy the number of this command
     * @param from who has them
     * @param run the run
     * @param tasks the numbers of the tasks
     * @param attempts the attempt that made each result
     */
    record Copy(int worker, long copy, int from, int run, int[] tasks, int[] attempts) implements Command {}

    /**
     * Ask whether a worker is alive; {@link Event.Ponged} is the answer.
     *
     * @param worker who
     */
    record Ping(int worker) implements Command {}

    /**
     * End a worker: it is lost or has left, and nothing it says counts any more.
     *
     * @param worker who
     * @param why what to say of it
     */
    record Dismiss(int worker, String why) implements Command {}

    /**
     * Tell {@link Event.Woke} at a time. One that is asked for later may be earlier; only the earliest matters.
     *
     * @param nanos when
     */
    record WakeAt(long nanos) implements Command {}

    /**
     * Queue a task for a place; {@link Event.PlaceGranted} is the answer, at once or later.
     *
     * @param run its run
     * @param task its number
     * @param limit of which limit
     */
    record Enter(int run, int task, Limit limit) implements Command {}

    /**
     * Queue a task no more. If the place is granted already, the brain is told so and gives it back.
     *
     * @param run its run
     * @param task its number
     * @param limit of which limit
     */
    record Withdraw(int run, int task, Limit limit) implements Command {}

    /**
     * Give a place back.
     *
     * @param limit of which limit
     */
    record Leave(Limit limit) implements Command {}

    /**
     * Know that a run grew; hands need this to say to workers what a task is.
     *
     * @param run the run
     * @param first the number in the run of the first task of the plan; the others follow
     * @param plan the plan of the addition
     */
    record Grow(int run, int first, Plan plan) implements Command {}

    /**
     * Tell the listeners of a run.
     *
     * @param run the run
     * @param event what happened
     */
    record Tell(int run, dev.bide.event.Event event) implements Command {}

    /**
     * A task failed for good.
     *
     * @param run its run
     * @param task its number
     * @param attempts what each attempt threw, and which deaths it was at work in; those kept
     * @param mostAttempts how often it might have been tried
     */
    record Fail(int run, int task, List<Attempt> attempts, int mostAttempts) implements Command {}

    /**
     * A run is over. All results that it was asked for, and that are not among the missing, have been fetched.
     *
     * @param run its number
     * @param cancelled why it was cancelled, or {@code null} if it was not
     * @param missing the tasks asked for that have no result, each with the task that failed and so kept it from that; -1 where
     *     the run was stopped before
     * @param stuck tasks that have not answered their interrupt
     * @param progress how far it has come
     */
    record End(
            int run, @Nullable String cancelled, Map<Integer, Integer> missing, List<Integer> stuck, Progress progress)
            implements Command {}
}
