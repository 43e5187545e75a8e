package dev.bide.schedule;

import dev.bide.graph.Key;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a few words. Calls no method of the user's: of what it does not know it shows the type alone. */
final class ShortValue {
    private static final int SHOWN = 60;

    /** Larger numbers take long to write and are not read. */
    private static final int MOST_BITS = 256;

    private static final boolean TYPES_ONLY = "off".equals(System.getProperty("bide.values"));

    private ShortValue() {}

    static String of(@Nullable Object value) {
        return of(value, TYPES_ONLY);
    }

    /** A collection of the JDK may be a view of the user's, and a view of one that has changed since, and throw. */
    static String of(@Nullable Object value, boolean typesOnly) {
        try {
            return value == null ? "null" : shown(value, typesOnly);
        } catch (Throwable thrown) {
            return type(value);
        }
    }

    private static String shown(Object value, boolean typesOnly) {
        if (value instanceof Enum<?> constant) {
            return typesOnly ? type(value) : constant.name();
        }
        if (!isPlatform(value)) {
            return type(value);
        }
        if (value instanceof CharSequence || value instanceof Path) {
            return typesOnly ? type(value) + " of " + value.toString().length() : quoted(beginning(value));
        }
        if (value instanceof BigInteger whole && whole.bitLength() > MOST_BITS) {
            return type(value) + " of " + whole.bitLength() + " bits";
        }
        if (value instanceof BigDecimal exact && exact.unscaledValue().bitLength() > MOST_BITS) {
            return type(value) + " of " + exact.unscaledValue().bitLength() + " bits";
        }
        boolean plain = value instanceof Number || value instanceof Boolean || value instanceof Character;
        return plain && !typesOnly ? value.toString() : sized(value);
    }

    private static String beginning(Object text) {
        return text instanceof CharSequence characters && characters.length() > 2 * SHOWN
                ? characters.subSequence(0, 2 * SHOWN).toString()
                : text.toString();
    }

    private static boolean isPlatform(Object value) {
        return value.getClass().getModule() == Object.class.getModule();
    }

    private static String sized(Object value) {
        if (value instanceof Collection<?> items) {
            return "list of " + items.size();
        }
        if (value instanceof Map<?, ?> map) {
            return "map of " + map.size();
        }
        return type(value);
    }

    private static String type(Object value) {
        if (value.getClass().isArray()) {
            String name = value.getClass().getSimpleName();
            int bracket = name.indexOf('[');
            return name.substring(0, bracket + 1) + Array.getLength(value) + name.substring(bracket + 1);
        }
        String name = value.getClass().getSimpleName();
        return name.isEmpty() ? value.getClass().getName() : name;
    }

    private static String quoted(String text) {
        String line = new Key(text.isEmpty() ? " " : text).toString();
        return '"' + (line.length() > SHOWN ? cut(line) + "…" : text.isEmpty() ? "" : line) + '"';
    }

    private static String cut(String line) {
        boolean inPair = Character.isSurrogatePair(line.charAt(SHOWN - 1), line.charAt(SHOWN));
        return line.substring(0, inPair ? SHOWN - 1 : SHOWN);
    }
}
