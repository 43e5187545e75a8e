package dev.bide.order;

import java.util.Arrays;

/**
 * The same graph with its tasks numbered by structure: dependencies first, level by level, within a level by colour.
 *
 * <p>Strategies that break ties by this number choose the same tasks however the caller numbered them. Only tasks of
 * one colour keep the caller's order. O(n log n + e).
 */
final class Canonical {

    private final Dag dag;
    private final int[] tasks;

    private Canonical(Dag dag, int[] tasks) {
        this.dag = dag;
        this.tasks = tasks;
    }

    static Canonical of(Dag raw, int colourRounds) {
        Levels levels = Levels.of(raw);
        int[] tasks = byColour(Colours.of(raw, levels.tasks(), colourRounds), levels);
        return new Canonical(raw.renumbered(tasks), tasks);
    }

    Dag dag() {
        return dag;
    }

    /** The caller's number of each task. */
    int[] tasks() {
        return tasks;
    }

    private static int[] byColour(long[] colours, Levels levels) {
        int[] byLevel = levels.tasks();
        int size = byLevel.length;
        int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        long indexMask = (1L << indexBits) - 1;
        long[] keys = new long[size];
        for (int at = 0; at < size; at++) {
            keys[at] = (colours[byLevel[at]] & ~indexMask) | byLevel[at];
        }
        for (int from = 0; from < size; from = levels.end(from)) {
            Arrays.sort(keys, from, levels.end(from));
        }
        int[] tasks = new int[size];
        for (int at = 0; at < size; at++) {
            tasks[at] = (int) (keys[at] & indexMask);
        }
        return tasks;
    }
}
