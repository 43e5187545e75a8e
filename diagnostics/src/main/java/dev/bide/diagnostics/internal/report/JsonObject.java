package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.file.Json;
import java.util.List;

/** One JSON object in the making. Its texts cannot end the script element that it stands in. */
final class JsonObject {
    private final StringBuilder out = new StringBuilder("{");

    JsonObject put(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    JsonObject put(String name, double value) {
        name(name);
        number(value);
        return this;
    }

    JsonObject put(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonObject put(String name, List<String> texts) {
        name(name);
        out.append('[');
        for (int i = 0; i < texts.size(); i++) {
            comma(i);
            quote(texts.get(i));
        }
        out.append(']');
        return this;
    }

    JsonObject put(String name, double... numbers) {
        name(name);
        out.append('[');
        for (int i = 0; i < numbers.length; i++) {
            comma(i);
            number(numbers[i]);
        }
        out.append(']');
        return this;
    }

    JsonObject put(String name, JsonObject object) {
        name(name);
        out.append(object);
        return this;
    }

    @Override
    public String toString() {
        return out + "}";
    }

    private void name(String name) {
        comma(out.length() - 1);
        quote(name);
        out.append(':');
    }

    private void comma(int before) {
        if (before > 0) {
            out.append(',');
        }
    }

    /** Whole numbers without a point; others with three places, enough for a chart. */
    private void number(double value) {
        double rounded = Math.round(value * 1000) / 1000.0;
        if (rounded == Math.rint(rounded)) {
            out.append((long) rounded);
        } else {
            out.append(rounded);
        }
    }

    private void quote(String text) {
        out.append(Json.of(text));
    }
}
