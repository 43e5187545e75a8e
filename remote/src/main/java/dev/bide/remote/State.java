package dev.bide.remote;

/**
 * What a task can be in. Up to {@link #RUNNING} it is open: it will need its inputs.
 *
 * <pre>{@code
 * WAITING -> [LIMITED ->] READY -> RUNNING -> DONE -> RELEASED        and back to WAITING when a worker is lost
 *                           ^         |
 *                           +- PAUSED-+-> FAILED                      others: SKIPPED, CANCELLED
 * }</pre>
 */
final class State {
    /** Not all of its inputs are there; or its result will be another task's. */
    static final byte WAITING = 0;
    /** It waits for a place in its limit. */
    static final byte LIMITED = 1;
    /** It waits for its next attempt. */
    static final byte PAUSED = 2;
    /** It waits for a worker. */
    static final byte READY = 3;
    /** It is part of a batch that a worker has. */
    static final byte RUNNING = 4;

    static final byte DONE = 5;
    static final byte RELEASED = 6;
    static final byte FAILED = 7;
    static final byte SKIPPED = 8;
    static final byte CANCELLED = 9;
    /** The root of a run that only gathers: whoever asked for the run does that. */
    static final byte GATHERED = 10;

    private static final String[] NAMES = {
        "waiting",
        "waiting for a place in its limit",
        "waiting for its next attempt",
        "ready",
        "running",
        "done",
        "released",
        "failed",
        "skipped",
        "cancelled",
        "gathered by whoever asked for it"
    };

    private State() {}

    static boolean isOpen(byte state) {
        return state <= RUNNING;
    }

    /** Whether there will be no result. */
    static boolean isMissing(byte state) {
        return state == FAILED || state == SKIPPED;
    }

    static String name(byte state) {
        return NAMES[state];
    }
}
