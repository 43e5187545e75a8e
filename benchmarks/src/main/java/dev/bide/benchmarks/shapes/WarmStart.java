package dev.bide.benchmarks.shapes;

import java.util.List;
import java.util.Locale;

/**
 * A small graph in a JVM that has run many like it, in microseconds: medians.
 *
 * @param shape the graph's shape
 * @param tasks how many tasks it has
 * @param run from asking for the result to having it, one graph right after the other
 * @param total the same with building the graph
 * @param idleRun as {@code run}, but after a pause in which the workers have gone to sleep
 * @param idleTotal the same with building the graph
 */
record WarmStart(Shape shape, int tasks, double run, double total, double idleRun, double idleTotal) {
    static String table(List<WarmStart> all) {
        StringBuilder text = new StringBuilder(
                "small graphs in a warm JVM, µs: start to result, and with building it;" + " the same after a pause\n");
        text.append(line("shape", "tasks", "run", "total", "idle run", "idle total"));
        for (WarmStart each : all) {
            text.append(line(
                    each.shape.toString(),
                    Figure.whole(each.tasks),
                    Figure.plain(each.run),
                    Figure.plain(each.total),
                    Figure.plain(each.idleRun),
                    Figure.plain(each.idleTotal)));
        }
        return text.toString();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-7s%10s%10s%10s%12s%12s%n", cells);
    }
}
