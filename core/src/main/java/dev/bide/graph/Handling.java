package dev.bide.graph;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a run is to handle a task: its retries, time limit, fallback, limit and priority. What is not set is left to whoever is
 * weaker: a call's handling is stronger than its task's, and that is stronger than the run's. Immutable.
 *
 * @param retry how often and when the task is tried again, or {@code null}
 * @param timeout how long one attempt may take, or {@code null}
 * @param fallback gives the result where the last attempt threw an {@code Exception}, or {@code null}
 * @param limit with which other tasks it shares places, or {@code null}
 * @param priority which of several ready tasks runs first: the lowest, or {@code null}; as if 0
 */
public record Handling(
        @Nullable Retry retry,
        @Nullable Duration timeout,
        @Nullable Fn1<? super Exception, ? extends @Nullable Object> fallback,
        @Nullable Limit limit,
        @Nullable Integer priority)
        implements Serializable {
    /** Nothing is set: one attempt, as long as it takes. */
    public static final Handling NONE = new Handling(null, null, null, null, null);

    /**
     * Makes a handling.
     *
     * @param retry how often the task is tried again, or {@code null}
     * @param timeout how long one attempt may take, or {@code null}
     * @param fallback gives the result instead, or {@code null}
     * @param limit its limit, or {@code null}
     * @param priority its priority, or {@code null}
     * @throws IllegalArgumentException if the timeout is not positive
     */
    public Handling {
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException(
                    "timeout(" + timeout + "): a task takes some time; leave it out for no limit");
        }
    }

    /**
     * Sets how often the task is tried again at once.
     *
     * @param times how many more attempts, not negative
     * @return a handling like this
     */
    public Handling retry(int times) {
        return retry(Retry.times(times));
    }

    /**
     * Sets how often and when the task is tried again.
     *
     * @param policy how often, when, and after what
     * @return a handling like this
     */
    public Handling retry(Retry policy) {
        return new Handling(
                Objects.requireNonNull(policy, "the retry is null: Retry.NONE is none"),
                timeout,
                fallback,
                limit,
                priority);
    }

    /**
     * Sets how long one attempt may take. After that the task is interrupted, and what it still gives is dropped.
     *
     * @param time how long, positive
     * @return a handling like this
     */
    public Handling timeout(Duration time) {
        return new Handling(retry, Objects.requireNonNull(time, "the timeout is null"), fallback, limit, priority);
    }

    /**
     * Sets what gives the result where the last attempt threw an {@code Exception}.
     *
     * @param function takes what was thrown
     * @return a handling like this
     */
    public Handling fallbackTo(Fn1<? super Exception, ? extends @Nullable Object> function) {
        return new Handling(
                retry, timeout, Objects.requireNonNull(function, "the fallback function is null"), limit, priority);
    }

    /**
     * Sets with which other tasks the task shares a number of places.
     *
     * @param shared the limit
     * @return a handling like this
     */
    public Handling limit(Limit shared) {
        return new Handling(retry, timeout, fallback, Objects.requireNonNull(shared, "the limit is null"), priority);
    }

    /**
     * Sets which of several ready tasks runs first: the lowest.
     *
     * @param number the priority; a task that has none has 0
     * @return a handling like this
     */
    public Handling priority(int number) {
        return new Handling(retry, timeout, fallback, limit, number);
    }

    /**
     * Tells whether anything is set.
     *
     * @return whether a run has more to do than to call the task
     */
    public boolean asks() {
        return retry != null || timeout != null || fallback != null || limit != null || priority != null;
    }

    /**
     * Fills in what is not set here.
     *
     * @param weaker where from
     * @return this where it is set, and that elsewhere
     */
    public Handling orElse(Handling weaker) {
        if (!weaker.asks()) {
            return this;
        }
        if (!asks()) {
            return weaker;
        }
        return new Handling(
                retry != null ? retry : weaker.retry,
                timeout != null ? timeout : weaker.timeout,
                fallback != null ? fallback : weaker.fallback,
                limit != null ? limit : weaker.limit,
                priority != null ? priority : weaker.priority);
    }

    /**
     * Gives how often the task may be tried.
     *
     * @return one, and one for each retry
     */
    public int mostAttempts() {
        return retry == null ? 1 : 1 + retry.times();
    }

    /**
     * Gives the priority.
     *
     * @return what is set, or 0
     */
    public int rank() {
        return priority == null ? 0 : priority;
    }
}
