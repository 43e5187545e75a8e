package dev.bide.verify.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What a call does besides giving its digest. */
enum Whim {
    /** Nothing else. */
    CALM,
    /** Throws at its first two attempts, and is tried again at once. */
    FLAKY,
    /** Throws at its first attempt, and is tried again after a moment. */
    PATIENT,
    /** Hangs at its first attempt until its time is up. */
    HANGING,
    /** Throws, and falls back. */
    FALLING,
    /** Shares a limit with others of all runs. */
    LIMITED,
    /** Shares a limit, throws at its first attempt, and is tried again after a moment. */
    LIMITED_FLAKY,
    /** Has a priority. */
    URGENT,
    /** Leaves its thread interrupted. */
    INTERRUPTING,
    /** Runs a graph of its own. */
    NESTING,
    /** Goes on with more graph. */
    GROWING,
    /** Throws, whatever is tried. */
    DOOMED,
    /** Throws an {@code Error}, and is not tried again. */
    ERRING;

    private static final List<Whim> HARMLESS =
            Arrays.stream(values()).filter(whim -> !whim.fails()).toList();

    /** Draws one; those that fail only where failures are wanted. */
    static Whim draw(Random random, double calm, double doom) {
        if (random.nextDouble() < doom) {
            return random.nextBoolean() ? DOOMED : ERRING;
        }
        return random.nextDouble() < calm ? CALM : HARMLESS.get(random.nextInt(HARMLESS.size()));
    }

    boolean fails() {
        return this == DOOMED || this == ERRING;
    }

    /** How often a call is tried in a run that nobody disturbs. */
    int attempts() {
        return switch (this) {
            case FLAKY, DOOMED -> 3;
            case PATIENT, HANGING, LIMITED_FLAKY -> 2;
            default -> 1;
        };
    }
}
