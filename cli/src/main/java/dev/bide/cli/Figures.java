package dev.bide.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Sizes and times as people write them. */
final class Figures {
    private static final String UNITS = "KMGT";
    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?(?:([" + UNITS + "])(?:i?B)?|B)?", Pattern.CASE_INSENSITIVE);

    private Figures() {}

    /** As in {@code 3 results, 1.5 MiB}. */
    static String results(long count, long bytes) {
        return count == 0 ? "no results" : count + (count == 1 ? " result, " : " results, ") + bytes(bytes);
    }

    /** As in {@code 1.5 MiB}. */
    static String bytes(long bytes) {
        int unit = 0;
        double value = bytes;
        while (value >= 1023.95 && unit < UNITS.length()) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %siB", value, UNITS.charAt(unit - 1));
    }

    /** Reads what {@link #bytes} writes, and shorter forms of it. */
    static long parseBytes(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new TypeConversionException("write it like 500M, 10G or 1.5T, not '" + text + "'");
        }
        int unit = size.group(2) == null ? 0 : 1 + UNITS.indexOf(size.group(2).toUpperCase(Locale.ROOT));
        return (long) (Double.parseDouble(size.group(1)) * Math.pow(1024, unit));
    }

    /** As in {@code 12.3 s}. */
    static String time(Duration time) {
        double seconds = time.toNanos() / 1e9;
        if (seconds < 1e-3) {
            return String.format(Locale.ROOT, "%.1f µs", seconds * 1e6);
        }
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
}
