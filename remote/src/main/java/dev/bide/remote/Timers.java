package dev.bide.remote;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to be done later. Nothing is taken out early: what is done then looks whether it is still wanted. */
final class Timers {
    private static final Duration LONGEST = Duration.ofDays(10_000);

    private record Timer(long at, long number, Runnable action) {}

    private final Outbox out;
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
    private long asked = Long.MAX_VALUE;
    private long count;

    Timers(Outbox out) {
        this.out = out;
    }

    /** After a time that may be as long as it likes. */
    void after(long now, Duration time, Runnable action) {
        at(time.compareTo(LONGEST) < 0 ? now + time.toNanos() : Long.MAX_VALUE, action);
    }

    void at(long nanos, Runnable action) {
        timers.add(new Timer(nanos, count++, action));
    }

    /** Does all that is due. */
    void run(long now) {
        if (now >= asked) {
            asked = Long.MAX_VALUE;
        }
        for (Timer next = timers.peek(); next != null && next.at() <= now; next = timers.peek()) {
            timers.remove();
            next.action().run();
        }
    }

    /** Asks to be woken for the earliest, unless that is asked already. */
    void ask() {
        Timer next = timers.peek();
        if (next != null && next.at() < asked) {
            asked = next.at();
            out.add(new Command.WakeAt(asked));
        }
    }
}
