package dev.bide.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to go on. Safe to use from any thread. */
public final class ManualClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** Makes a clock that shows the start of 1970. */
    public ManualClock() {
        this(Instant.EPOCH);
    }

    /**
     * Makes a clock.
     *
     * @param start what it shows
     */
    public ManualClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private ManualClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * Moves the clock on.
     *
     * @param time how far, not negative
     * @return what it shows now
     * @throws IllegalArgumentException if the time is negative
     */
    public Instant advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("advance(" + time + "): time does not go back");
        }
        return now.updateAndGet(at -> at.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** Gives a clock of another zone that shows, and goes on with, the time of this one. */
    @Override
    public Clock withZone(ZoneId other) {
        return new ManualClock(now, other);
    }
}
