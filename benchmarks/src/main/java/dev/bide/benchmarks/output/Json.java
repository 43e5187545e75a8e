package dev.bide.benchmarks.output;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes records, maps, collections, numbers and texts as JSON; what is not a number becomes {@code null}. */
final class Json {
    private Json() {}

    static String of(@Nullable Object value) {
        if (value instanceof Record fields) {
            return ofRecord(fields);
        }
        if (value instanceof Map<?, ?> map) {
            StringJoiner object = new StringJoiner(",", "{", "}");
            map.forEach((key, each) -> object.add(text(String.valueOf(key)) + ":" + of(each)));
            return object.toString();
        }
        if (value instanceof Collection<?> collection) {
            StringJoiner array = new StringJoiner(",\n", "[", "]");
            collection.forEach(each -> array.add(of(each)));
            return array.toString();
        }
        return ofScalar(value);
    }

    private static String ofScalar(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number.toString() : "null";
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : text(value.toString());
    }

    private static String ofRecord(Record fields) {
        StringJoiner object = new StringJoiner(",", "{", "}");
        try {
            for (RecordComponent component : fields.getClass().getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true); // a record may be seen in its own package alone
                object.add(text(component.getName()) + ":" + of(accessor.invoke(fields)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + fields, e);
        }
        return object.toString();
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
