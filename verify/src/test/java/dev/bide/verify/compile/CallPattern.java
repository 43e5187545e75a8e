package dev.bide.verify.compile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A row of a table of call patterns: a function, arguments to call it with, and in which shapes the call compiles.
 *
 * @param name what the pattern shows
 * @param function a method reference or a lambda
 * @param arguments what to call it with
 * @param task the type of the task
 * @param result the type of the call's result
 * @param compilesIn the shapes in which it compiles
 */
record CallPattern(String name, String function, String arguments, String task, String result, Set<Shape> compilesIn) {
    /** Reads a line like {@code | name | `function` | `arguments` | `task` | `result` | yes | yes | no |}. */
    static CallPattern parse(String line) {
        List<String> cells = Arrays.stream(line.split("\\|"))
                .skip(1)
                .map(cell -> cell.replace('`', ' ').strip())
                .toList();
        Set<Shape> shapes = EnumSet.noneOf(Shape.class);
        int column = 5;
        for (Shape shape : Shape.values()) {
            if (cells.get(column++).equals("yes")) {
                shapes.add(shape);
            }
        }
        return new CallPattern(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), shapes);
    }
}
