package dev.bide.graph;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How often a task that throws an {@code Exception} is tried again, after what waits, and after which exceptions. Immutable.
 *
 * <pre>{@code
 * Retry.times(5)                                          // at once
 *         .backoff(Duration.ofMillis(100))                // after 100, 200, 400, ... ms, half of it left to chance
 *         .retryOn(IOException.class)                     // and nothing else
 *         .abortOn(FileNotFoundException.class)           // nor this
 * }</pre>
 *
 * <p>An {@code Error} is never tried again. The waits grow as in "Exponential Backoff And Jitter" (AWS Architecture Blog,
 * 2015), so that many tasks that fail together do not come back together.
 *
 * @param times how many more attempts follow the first
 * @param first the wait before the second attempt; each later one is twice as long
 * @param most the longest wait
 * @param jitter which part of each wait is left to chance, from 0 (none) to 1 (all)
 * @param retried tells for which exceptions there is another attempt
 */
public record Retry(int times, Duration first, Duration most, double jitter, When retried) implements Serializable {
    /** Tells whether there is another attempt. A lambda of it can be sent to another JVM. */
    @FunctionalInterface
    public interface When extends Serializable {
        /**
         * Decides.
         *
         * @param thrown what the last attempt threw
         * @return whether to try again
         */
        boolean test(Exception thrown);
    }

    /** No further attempt. */
    public static final Retry NONE = new Retry(0, Duration.ZERO, Duration.ZERO, 0, thrown -> true);

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final double HALF = 0.5;
    private static final int DOUBLINGS = 40;

    /**
     * Makes a policy.
     *
     * @param times how many more attempts, not negative
     * @param first the first wait, not negative
     * @param most the longest wait, not shorter than the first
     * @param jitter from 0 to 1
     * @param retried for which exceptions
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Retry {
        if (times < 0) {
            throw new IllegalArgumentException("retry(" + times + "): the number of further attempts is negative");
        }
        if (first.isNegative() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException("backoff(" + first + ", " + most
                    + "): the first wait must not be negative, nor longer than the longest");
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException(
                    "jitter(" + jitter + "): the part of a wait that is left to chance is from 0 to 1");
        }
        Objects.requireNonNull(retried, "the condition is null");
    }

    /**
     * Makes a policy of further attempts at once, after any exception.
     *
     * @param times how many more attempts, not negative
     * @return the policy
     * @throws IllegalArgumentException if it is negative
     */
    public static Retry times(int times) {
        return new Retry(times, Duration.ZERO, Duration.ZERO, 0, NONE.retried);
    }

    /**
     * Waits before each further attempt, twice as long each time, thirty seconds at most or as long as the first wait if that
     * is longer. Half of each wait is left to chance, unless {@link #jitter} says otherwise.
     *
     * @param wait the first wait
     * @return a policy like this
     */
    public Retry backoff(Duration wait) {
        return backoff(wait, wait.compareTo(LONGEST) > 0 ? wait : LONGEST);
    }

    /**
     * Waits before each further attempt, twice as long each time, up to a longest wait.
     *
     * @param wait the first wait
     * @param longest the longest wait
     * @return a policy like this
     */
    public Retry backoff(Duration wait, Duration longest) {
        return new Retry(times, wait, longest, first.isZero() ? HALF : jitter, retried);
    }

    /**
     * Says which part of each wait is left to chance: with 0.25 a wait of a second takes from 750 to 1,000 ms.
     *
     * @param part from 0 (none) to 1 (all)
     * @return a policy like this
     */
    public Retry jitter(double part) {
        return new Retry(times, first, most, part, retried);
    }

    /**
     * Tries again only after exceptions of some types.
     *
     * @param types the types
     * @return a policy like this, which asks that too
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Retry retryOn(Class<? extends Exception>... types) {
        List<Class<? extends Exception>> all = List.of(types);
        return retryIf(thrown -> isAny(all, thrown));
    }

    /**
     * Tries again only where a condition holds. One that throws ends the attempts.
     *
     * @param condition asked after each attempt that threw
     * @return a policy like this, which asks that too
     */
    public Retry retryIf(When condition) {
        When before = retried;
        Objects.requireNonNull(condition, "the condition is null");
        return new Retry(times, first, most, jitter, thrown -> before.test(thrown) && condition.test(thrown));
    }

    /**
     * Never tries again after exceptions of some types.
     *
     * @param types the types
     * @return a policy like this, which asks that too
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Retry abortOn(Class<? extends Exception>... types) {
        List<Class<? extends Exception>> all = List.of(types);
        return retryIf(thrown -> !isAny(all, thrown));
    }

    /**
     * Never tries again where a condition holds.
     *
     * @param condition asked after each attempt that threw
     * @return a policy like this, which asks that too
     */
    public Retry abortIf(When condition) {
        Objects.requireNonNull(condition, "the condition is null");
        return retryIf(thrown -> !condition.test(thrown));
    }

    private static boolean isAny(List<Class<? extends Exception>> types, Exception thrown) {
        return types.stream().anyMatch(type -> type.isInstance(thrown));
    }

    /**
     * Gives how long to wait after an attempt.
     *
     * @param attempt the number of the attempt that threw, from 1
     * @param chance from 0 to 1: how much of what is left to chance is waited
     * @return the wait
     */
    public Duration waitAfter(int attempt, double chance) {
        Duration full = first;
        for (int i = 1; i < attempt && i < DOUBLINGS && full.compareTo(most) < 0; i++) {
            full = full.multipliedBy(2);
        }
        full = full.compareTo(most) < 0 ? full : most;
        return jitter == 0 ? full : Duration.ofNanos((long) (nanos(full) * (1 - jitter * (1 - chance))));
    }

    private static long nanos(Duration time) {
        return time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? time.toNanos() : Long.MAX_VALUE;
    }
}
