package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Look.Outline;

/**
 * Colours for amounts: Paul Tol's "YlOrBr" scheme, from light yellow to dark brown. More is always darker, so that it reads
 * in grey and with any colour vision.
 */
final class Shade {
    private static final int[] STEPS = {0xfff7bc, 0xfee391, 0xfec44f, 0xfb9a29, 0xec7014, 0xcc4c02, 0x993404, 0x662506};
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;
    private static final double DARKER = 0.45;

    private Shade() {}

    /** The look of an amount: none at 0, the most at 1. */
    static Look of(double part) {
        double at = Math.max(0, Math.min(1, part)) * (STEPS.length - 1);
        int step = Math.min((int) at, STEPS.length - 2);
        int fill = Look.mixed(STEPS[step], STEPS[step + 1], at - step);
        int text = Look.contrast(fill, BLACK) >= Look.contrast(fill, WHITE) ? BLACK : WHITE;
        return new Look(fill, Look.mixed(fill, BLACK, DARKER), text, Outline.PLAIN);
    }

    static Look ofAmount(long amount, long most) {
        return of(most <= 0 ? 0 : (double) amount / most);
    }
}
