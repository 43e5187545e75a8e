package dev.bide.benchmarks.shapes;

import java.util.Locale;

/** Numbers as text; what is not a number is a dash. */
final class Figure {
    private static final double LARGE = 1_000;

    private Figure() {}

    /** With one decimal, or none if it is large. */
    static String plain(double number) {
        return text(Math.abs(number) < LARGE ? "%.1f" : "%,.0f", number);
    }

    static String ratio(double number) {
        return text(Math.abs(number) < LARGE ? "%.2f" : "%,.0f", number);
    }

    static String whole(double number) {
        return text("%,.0f", number);
    }

    private static String text(String format, double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, format, number);
    }
}
