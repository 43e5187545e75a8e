package dev.bide.process;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * Whether a worker that died is replaced. Not when two in a row died before they had joined, for the next would, too; and not
 * when very many died in a short time. Not safe from several threads.
 */
final class Losses {
    private static final int UNBORN = 2;
    private static final int MANY = 10;
    private static final long SHORT = TimeUnit.SECONDS.toNanos(10);

    /** All workers of a large pool may die at once, and once more. */
    private final int most;

    /** When the last ones died. */
    private final ArrayDeque<Long> times = new ArrayDeque<>();

    private int unborn;

    Losses(int workers) {
        most = Math.max(MANY, 2 * workers);
    }

    void joined() {
        unborn = 0;
    }

    /** Gives why that worker is not replaced, or an empty text if it is. */
    String died(long now, boolean hadJoined) {
        times.add(now);
        while (now - times.getFirst() >= SHORT) {
            times.removeFirst();
        }
        unborn = hadJoined ? 0 : unborn + 1;
        if (unborn >= UNBORN) {
            return unborn + " workers in a row ended before they had joined";
        }
        return times.size() > most ? times.size() + " workers were lost within 10 s" : "";
    }
}
