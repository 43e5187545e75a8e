package dev.bide.schedule;

import dev.bide.graph.Key;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of the results that a run was asked for.
 *
 * <pre>{@code
 * for (Outcome<Data> outcome : loads.computeOutcomes()) {
 *     if (outcome instanceof Outcome.Value<Data> loaded) {
 *         use(loaded.value());
 *     } else {
 *         System.err.println(outcome);                  // failed, skipped or cancelled, and why
 *     }
 * }
 * }</pre>
 *
 * @param <T> type of the result
 */
public sealed interface Outcome<T extends @Nullable Object> {
    /**
     * Gives the result.
     *
     * @return the result; {@code null} is a value
     * @throws TaskFailedException if its task failed, or did not run because another failed
     * @throws RunCancelledException if its task did not run because the run was stopped
     */
    T get();

    /**
     * There is a result.
     *
     * @param value the result; {@code null} is a value
     * @param <T> its type
     */
    record Value<T extends @Nullable Object>(T value) implements Outcome<T> {
        @Override
        public T get() {
            return value;
        }
    }

    /**
     * The task that should give it failed.
     *
     * @param failure how
     * @param <T> type of the result
     */
    record Failed<T extends @Nullable Object>(TaskFailedException failure) implements Outcome<T> {
        @Override
        public T get() {
            throw failure;
        }

        /** Says what failed, and why, in one line. */
        @Override
        public String toString() {
            return "failed: " + failure.summary();
        }
    }

    /**
     * The task that should give it did not run, because one that it needs failed.
     *
     * @param because the key of the task that failed
     * @param failure how that failed
     * @param <T> type of the result
     */
    record Skipped<T extends @Nullable Object>(Key because, TaskFailedException failure) implements Outcome<T> {
        @Override
        public T get() {
            throw failure;
        }

        /** Says what kept it from running, in one line. */
        @Override
        public String toString() {
            return "skipped: " + failure.summary();
        }
    }

    /**
     * The run was stopped before the task that should give it had run.
     *
     * @param why what stopped the run: it was cancelled, interrupted or too late, or another task failed
     * @param <T> type of the result
     */
    record Cancelled<T extends @Nullable Object>(String why) implements Outcome<T> {
        @Override
        public T get() {
            throw new RunCancelledException(why);
        }

        /** Says what stopped the run, in one line. */
        @Override
        public String toString() {
            return "cancelled: " + why;
        }
    }
}
