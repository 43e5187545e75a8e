package dev.bide.diagnostics.internal.analysis;

import java.util.Locale;

/** Numbers and sizes in words. */
public final class Amounts {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private Amounts() {}

    /**
     * Counts things.
     *
     * @param count how many
     * @param thing one of them
     * @return such as {@code 1 task} or {@code 1,248 tasks}
     */
    public static String of(long count, String thing) {
        return of(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /**
     * Shows a number.
     *
     * @param count the number
     * @return such as {@code 1,248}
     */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * Shows a size.
     *
     * @param bytes the size
     * @return such as {@code 512 B} or {@code 1.5 MB}
     */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        String number = String.format(Locale.ROOT, unit > 0 && value < 9.95 ? "%.1f" : "%.0f", value);
        return number.replaceAll("\\.0$", "") + " " + UNITS[unit];
    }
}
