package dev.bide.verify.remote;

import java.util.Random;

/** What kind of task a drawn call is. */
enum Trait {
    /** It gives a result. */
    CALM,
    /** It throws a few times first, and may be tried often enough. */
    FLAKY,
    /** It always throws. */
    BROKEN,
    /** It always throws, and falls back on a result. */
    FALLS_BACK,
    /** It hangs a few times first, has a timeout, and may be tried often enough. */
    HANGS,
    /** As {@link #HANGS}, but it does not listen to interrupts, and so it is given up and not tried again. */
    DEAF,
    /** It always hangs, and has a timeout. */
    LATE,
    /** Its worker dies of it. */
    KILLER,
    /** It shares the places of a limit. */
    LIMITED,
    /** It has a priority. */
    URGENT;

    static final int TROUBLES = 2;

    boolean fails() {
        return this == BROKEN || this == LATE || this == DEAF || this == KILLER;
    }

    boolean failsAtFirst() {
        return this == FLAKY || this == FALLS_BACK || this == HANGS;
    }

    boolean hangs(int attempt) {
        return this == LATE || this == DEAF || this == HANGS && attempt <= TROUBLES;
    }

    private boolean isTimed() {
        return this == HANGS || this == DEAF || this == LATE;
    }

    /** Draws one; with {@code doom} it may be one that fails. */
    static Trait draw(Random random, double calm, double doom, boolean timed) {
        if (random.nextDouble() < calm) {
            return CALM;
        }
        Trait drawn = values()[random.nextInt(values().length)];
        return drawn.isTimed() && !timed || drawn.fails() && random.nextDouble() >= doom ? CALM : drawn;
    }
}
