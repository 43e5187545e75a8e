package dev.bide.diagnostics.internal.picture;

import java.util.Locale;

/** Numbers in words: {@code 1 task}, {@code 1,248 tasks}. */
final class Count {
    private Count() {}

    static String of(int count, String thing) {
        return of(count) + " " + thing + (count == 1 ? "" : "s");
    }

    static String of(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
