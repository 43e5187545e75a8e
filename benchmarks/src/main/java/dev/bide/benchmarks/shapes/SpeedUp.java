package dev.bide.benchmarks.shapes;

import java.util.List;
import java.util.Locale;

/**
 * How much faster two workers are than one, on tasks with work in them: medians over the rounds.
 *
 * @param shape the graph's shape
 * @param tasks how many tasks it has
 * @param loopMillis the loop's time
 * @param plain by how much plain threads without a graph are faster than the loop, each doing its part of the work
 * @param bide by how much Bide is faster than the loop, with its build
 * @param reached how much of the plain threads' speed-up that is: their time divided by Bide's
 */
record SpeedUp(Shape shape, int tasks, double loopMillis, double plain, double bide, double reached) {
    /** How much of the plain threads' speed-up is good enough. */
    static final double BAR = 0.97;

    static String table(int micros, int workers, List<SpeedUp> all) {
        StringBuilder text = new StringBuilder("tasks of " + micros + " µs; faster than the loop: " + workers
                + " plain threads, and Bide on as many; Bide's as a part of theirs (bar: "
                + Figure.ratio(BAR) + ")\n");
        text.append(line("shape", "tasks", "loop, ms", "threads", "Bide", "part"));
        for (SpeedUp each : all) {
            text.append(line(
                    each.shape.toString(),
                    Figure.whole(each.tasks),
                    Figure.plain(each.loopMillis),
                    Figure.ratio(each.plain),
                    Figure.ratio(each.bide),
                    String.format(Locale.ROOT, "%.3f", each.reached)));
        }
        return text.toString();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-7s%10s%10s%10s%10s%10s%n", cells);
    }
}
