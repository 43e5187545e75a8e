package dev.bide.testkit;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** For what another thread is just about to bring about and nobody announces. */
final class Eventually {
    private static final long SAFETY = TimeUnit.SECONDS.toNanos(30);

    private Eventually() {}

    /** Looks again and again until something holds. */
    static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + SAFETY;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("never came true: " + what);
            }
            Thread.onSpinWait();
        }
    }
}
