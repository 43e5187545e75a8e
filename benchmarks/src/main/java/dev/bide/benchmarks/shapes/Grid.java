package dev.bide.benchmarks.shapes;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Text with a line for each contender and a column for each shape. */
final class Grid {
    private static final int NAME = 25;

    private final String title;
    private final int width;
    private final Map<String, Map<Shape, String>> lines = new LinkedHashMap<>();
    private final Set<Shape> shapes = new TreeSet<>();

    /** An empty grid, its columns so many characters wide. */
    Grid(String title, int width) {
        this.title = title;
        this.width = width;
    }

    void put(String contender, Shape shape, String cell) {
        lines.computeIfAbsent(contender, any -> new EnumMap<>(Shape.class)).put(shape, cell);
        shapes.add(shape);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title).append('\n').append(" ".repeat(NAME));
        shapes.forEach(shape -> text.append(right(shape.toString())));
        lines.forEach((contender, cells) -> {
            text.append('\n').append(left(contender, NAME));
            shapes.forEach(shape -> text.append(right(cells.getOrDefault(shape, "-"))));
        });
        return text.append('\n').toString();
    }

    private String right(String cell) {
        return String.format(Locale.ROOT, "%" + width + "s", cell);
    }

    static String left(String cell, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", cell);
    }
}
