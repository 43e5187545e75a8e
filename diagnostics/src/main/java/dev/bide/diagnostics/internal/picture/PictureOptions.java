package dev.bide.diagnostics.internal.picture;

import dev.bide.graph.Plan;

/**
 * How to draw a graph.
 *
 * @param groupedOver the number of tasks above which they are grouped by name
 * @param results whether results are drawn as circles
 * @param colours what the boxes tell with their colours
 */
public record PictureOptions(int groupedOver, boolean results, Colours colours) {
    /** The number of tasks above which they are grouped by name, unless something else is asked for. */
    public static final int GROUPED_OVER = 300;

    /**
     * Gives the options of the usual pictures.
     *
     * @return those
     */
    public static PictureOptions usual() {
        return new PictureOptions(GROUPED_OVER, true, Colours.byName());
    }

    Scene scene(Plan plan) {
        Sketch sketch =
                plan.size() > groupedOver ? GroupSketch.of(plan, colours) : TaskSketch.of(plan, results, colours);
        return Layout.of(sketch);
    }
}
