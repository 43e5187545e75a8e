package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.graph.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts of a page, each written once and named by its number. */
final class Texts {
    private final List<String> all = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int number(String text) {
        return numbers.computeIfAbsent(text, added -> {
            all.add(added);
            return all.size() - 1;
        });
    }

    List<String> all() {
        return all;
    }

    /** A name of the user's on one line, and not longer than a line. */
    static String oneLine(String name) {
        return name.isEmpty() ? name : Key.of(name).toString();
    }

    /** What is longer than a page has room for ends in dots. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… (" + Amounts.of(text.length(), "character") + ")";
    }

    static String percent(double share) {
        if (share > 0 && share < 0.0005) {
            return "< 0.1 %";
        }
        return String.format(Locale.ROOT, share >= 0.0995 || share == 0 ? "%.0f %%" : "%.1f %%", share * 100);
    }
}
