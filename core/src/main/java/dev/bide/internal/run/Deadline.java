package dev.bide.internal.run;

import java.time.Duration;

/** How long somebody waits: until a time of {@link System#nanoTime}. */
public final class Deadline {
    /** The time that never comes. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final long FOREVER = Long.MAX_VALUE >> 2;

    private Deadline() {}

    /**
     * Gives the time that comes after a while.
     *
     * @param timeout how long a while
     * @return the time, which is not {@link #NEVER}
     */
    public static long after(Duration timeout) {
        long time = System.nanoTime() + nanos(timeout);
        return time == NEVER ? time + 1 : time;
    }

    /**
     * Tells how long it is until then.
     *
     * @param deadline the time
     * @return how many nanoseconds are left
     */
    public static long left(long deadline) {
        return deadline == NEVER ? FOREVER : deadline - System.nanoTime();
    }

    /**
     * Gives a duration in nanoseconds.
     *
     * @param time the duration
     * @return the nanoseconds, or some decades of them where it is longer
     */
    public static long nanos(Duration time) {
        return time.compareTo(Duration.ofNanos(FOREVER)) < 0 ? time.toNanos() : FOREVER;
    }
}
