package dev.bide.verify.scale;

/** How much to try: little in every build, much in the profile {@code stress}. */
final class Amount {
    private static final long FEW_CALLS = 2_000_000;
    private static final long CALLS_PER_WAKE_UP = 4_000;

    private Amount() {}

    /** How many calls to run, in all graphs together. */
    static long calls() {
        return Long.getLong("bide.calls", FEW_CALLS);
    }

    /** How often to let workers fall asleep; one is as dear as some thousand calls. */
    static int wakeUps() {
        return (int) Math.max(1, calls() / CALLS_PER_WAKE_UP);
    }
}
