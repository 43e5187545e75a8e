package dev.bide.event;

import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened in a run. Immutable; times are {@link System#nanoTime} of the JVM in which it happened. */
public sealed interface Event {
    /**
     * Tells when it happened, in nanoseconds of the clock of the JVM where it happened.
     *
     * @return the time
     */
    long nanos();

    /**
     * A run began: always the first event.
     *
     * @param plan what it will run
     * @param at the time of day
     * @param nanos the time
     */
    record RunStarted(Plan plan, Instant at, long nanos) implements Event {}

    /**
     * A task answered with more graph.
     *
     * @param plan the plan of the addition
     * @param by the task that answered with it: the step that it has taken then, from its beginning to its answer
     * @param nanos the time
     */
    record GraphGrew(Plan plan, TaskEvent by, long nanos) implements Event {}

    /**
     * A run ended: always the last event.
     *
     * @param failure what {@code get()} throws, or {@code null} if the run has its result
     * @param nanos the time
     */
    record RunEnded(@Nullable Throwable failure, long nanos) implements Event {}

    /** What can happen to a task. */
    enum Step {
        /** All it depends on is there; it waits for a worker. */
        QUEUED,
        /** A worker began to run it. */
        STARTED,
        /** It gave a result. */
        FINISHED,
        /** It threw, and no attempt is left. */
        FAILED,
        /** It threw and will be tried again. */
        RETRIED,
        /** Its last attempt threw, and its fallback is asked for the result. */
        FELL_BACK,
        /** It will not run, because something it depends on failed. */
        SKIPPED,
        /** It threw after the run was stopped, or because of that. */
        CANCELLED,
        /** The last dependent has its result, which is let go. */
        RELEASED
    }

    /**
     * One step of one task.
     *
     * @param step what happened
     * @param plan the plan that the task is of
     * @param task its number there
     * @param attempt which attempt, from 1
     * @param worker the name of the thread in which it happened
     * @param began when this attempt began, for {@link Step#FINISHED}, {@link Step#FAILED}, {@link Step#RETRIED}, {@link
     *     Step#FELL_BACK} and {@link Step#CANCELLED}; else, and where a task finishes because the graph it went on with has its result, the same as {@code nanos}
     * @param nanos the time
     * @param bytes about how much memory its result takes, for {@link Step#FINISHED}; -1 if that is not known
     * @param failure what it threw, for {@link Step#FAILED}, {@link Step#RETRIED}, {@link Step#FELL_BACK} and {@link
     *     Step#CANCELLED}
     */
    record TaskEvent(
            Step step,
            Plan plan,
            int task,
            int attempt,
            String worker,
            long began,
            long nanos,
            long bytes,
            @Nullable Throwable failure)
            implements Event {
        /**
         * Gives the task's key; the first call for a plan finds the keys of all its tasks.
         *
         * @return the key
         */
        public Key key() {
            return plan.key(task);
        }

        /**
         * Gives the name that the task shares with others of its kind.
         *
         * @return the name
         */
        public String name() {
            return plan.name(task);
        }
    }
}
