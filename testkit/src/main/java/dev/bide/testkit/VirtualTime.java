package dev.bide.testkit;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that goes on when there is nothing left to do, to when there is something to do. */
final class VirtualTime {
    private record Due(long at, long number, Runnable action) {}

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private long now;
    private long count;

    long now() {
        return now;
    }

    void at(long nanos, Runnable action) {
        due.add(new Due(Math.max(now, nanos), count++, action));
    }

    /** Does what is due next; tells whether there was anything. */
    boolean step() {
        Due next = due.poll();
        if (next == null) {
            return false;
        }
        now = next.at();
        next.action().run();
        return true;
    }
}
