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
        boolean plain = name.length() <= SHOWN && name.chars().noneMatch(c -> c < ' ' || c == 0x7f);
        return plain ? name : shown();
    }

    private String shown() {
        StringBuilder text = new StringBuilder();
        name.chars().limit(SHOWN).forEach(c -> {
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' || c == 0x7f ? String.format("\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return name.length() > SHOWN ? text + "… (" + name.length() + " characters)" : text.toString();
    }
}
