package dev.bide.diagnostics.internal.analysis;

import java.util.Locale;

/** Times in words, three digits at most. */
public final class Durations {
    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private Durations() {}

    /**
     * Shows a time as a reader wants it.
     *
     * @param nanos the time
     * @return such as {@code 12 µs}, {@code 386 ms}, {@code 1.04 s}, {@code 21.4 s}, {@code 2 min 5 s} or {@code 3 h 20 min}
     */
    public static String of(long nanos) {
        long seconds = Math.round(nanos / SECOND);
        if (seconds >= HOUR) {
            return seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
        }
        if (seconds >= 2 * MINUTE) {
            return seconds / MINUTE + " min " + seconds % MINUTE + " s";
        }
        if (nanos >= 999.5 * MILLI) {
            return digits(nanos / SECOND) + " s";
        }
        if (nanos >= 999.5 * MICRO) {
            return digits(nanos / MILLI) + " ms";
        }
        return nanos >= 999.5 ? digits(nanos / MICRO) + " µs" : nanos + " ns";
    }

    private static String digits(double value) {
        String format = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
        String text = String.format(Locale.ROOT, format, value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
