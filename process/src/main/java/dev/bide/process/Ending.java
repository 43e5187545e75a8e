package dev.bide.process;

/** How a process ended, in words. */
final class Ending {
    /** A process that a signal ended has this and the signal's number as its exit code. */
    private static final int SIGNAL = 128;

    private static final int SIGNALS = 64;

    private Ending() {}

    static String of(int exitCode) {
        int signal = exitCode - SIGNAL;
        return switch (signal) {
            case 6, 7, 8, 11 -> "crashed (signal " + signal + ", exit code " + exitCode + ")";
            case 9 -> "was killed by signal 9 (if nobody did that, the system was out of memory)";
            default ->
                signal > 0 && signal <= SIGNALS
                        ? "was ended by signal " + signal + " (exit code " + exitCode + ")"
                        : exitCode == 3
                                ? "ended with exit code 3 (as with -XX:+ExitOnOutOfMemoryError)"
                                : "ended with exit code " + exitCode;
        };
    }
}
