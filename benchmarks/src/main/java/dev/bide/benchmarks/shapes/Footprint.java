package dev.bide.benchmarks.shapes;

import java.util.List;
import java.util.Locale;

/**
 * Memory for one graph, in bytes a task, the handles included.
 *
 * @param shape the graph's shape
 * @param contender who built and ran it
 * @param allocated what the calling thread allocates to build the graph
 * @param built what is alive once the graph is built, or, where tasks start at once, once it has run
 * @param running the most that is alive at five moments of a run
 */
record Footprint(Shape shape, String contender, double allocated, double built, double running) {
    private static final String SEPARATOR = "\t";

    /** All of it in one line for another JVM to {@link #parse}. */
    String line() {
        return String.join(
                SEPARATOR,
                shape.name(),
                contender,
                Double.toString(allocated),
                Double.toString(built),
                Double.toString(running));
    }

    static Footprint parse(String line) {
        String[] part = line.split(SEPARATOR);
        return new Footprint(
                Shape.valueOf(part[0]),
                part[1],
                Double.parseDouble(part[2]),
                Double.parseDouble(part[3]),
                Double.parseDouble(part[4]));
    }

    static Grid grid(int size, List<Footprint> footprints) {
        Grid grid = new Grid(
                "bytes a task, n = " + Figure.whole(size) + ": allocated by build() / built / most while running", 15);
        footprints.forEach(each -> grid.put(
                each.contender,
                each.shape,
                String.format(Locale.ROOT, "%.0f/%.0f/%.0f", each.allocated, each.built, each.running)));
        return grid;
    }
}
