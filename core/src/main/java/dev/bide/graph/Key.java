package dev.bide.graph;

import java.io.Serializable;
import java.util.Objects;

/**
 * The name of one node in a graph, unique there.
 *
 * <p>Any text that is not empty is a key, of any length and with any characters: {@link #toString} shows it on one line,
 * {@link #name} gives it as it is. Keys never decide anything but which node is meant: the order of a graph does not
 * depend on them.
 *
 * @param name the text
 */
public record Key(String name) implements Comparable<Key>, Serializable {
    private static final int SHOWN = 120;

    /**
     * Makes a key.
     *
     * @param name the text
     * @throws IllegalArgumentException if the name is empty
     */
    public Key {
        Objects.requireNonNull(name, "a key is null: give each node a name");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a key is empty: give each node a name");
        }
    }

    /**
     * Makes a key.
     *
     * @param name the text, not empty
     * @return the key
     */
    public static Key of(String name) {
        return new Key(name);
    }

    /** Compares by the characters of the names. */
    @Override
    public int compareTo(Key other) {
        return name.compareTo(other.name);
    }

    /** Shows the key on one line: control characters escaped, cut after 120 characters. */
    @Override
    public String toString() {
        boolean plain = name.length() <= SHOWN && name.codePoints().noneMatch(Key::isEscaped);
        return plain ? name : shown();
    }

    private static boolean isEscaped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    private String shown() {
        boolean cut = name.length() > SHOWN;
        boolean cutsPair = cut && Character.isSurrogatePair(name.charAt(SHOWN - 1), name.charAt(SHOWN));
        StringBuilder text = new StringBuilder();
        name.substring(0, cut ? cutsPair ? SHOWN - 1 : SHOWN : name.length())
                .codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '\n' -> text.append("\\n");
                        case '\r' -> text.append("\\r");
                        case '\t' -> text.append("\\t");
                        default -> text.append(isEscaped(c) ? String.format("\\u%04x", c) : Character.toString(c));
                    }
                });
        return cut ? text + "… (" + name.length() + " characters)" : text.toString();
    }
}
