package dev.bide.diagnostics;

import dev.bide.diagnostics.internal.picture.PictureWriter;
import dev.bide.diagnostics.internal.picture.PngWriter;
import dev.bide.diagnostics.internal.picture.SvgWriter;
import dev.bide.draw.Drawing;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A picture of a graph, with options. {@code delayed.visualize(file)} draws the same picture without them.
 *
 * <p>Boxes are tasks, in the colour of their name; circles are results, double ones lists of results; an arrow leads from a
 * result to each task that needs it. A graph of more than {@value #GROUPED_OVER} tasks is drawn with one box for each name.
 *
 * <pre>{@code GraphPicture.of(result).ungrouped().write(Path.of("all-tasks.svg"));}</pre>
 *
 * @param plan the graph
 * @param groupedOver the number of tasks above which they are grouped by name
 * @param results whether results are drawn as circles
 */
public record GraphPicture(Plan plan, int groupedOver, boolean results) {
    /** The number of tasks above which they are grouped by name, unless something else is asked for. */
    public static final int GROUPED_OVER = PictureWriter.GROUPED_OVER;

    /**
     * Makes a picture of what a result needs.
     *
     * @param root a {@code Delayed}, or a node of a raw graph
     * @return the picture
     */
    public static GraphPicture of(Node root) {
        return of(Plan.of(root));
    }

    /**
     * Makes a picture of a plan.
     *
     * @param plan the graph
     * @return the picture
     */
    public static GraphPicture of(Plan plan) {
        return new GraphPicture(plan, GROUPED_OVER, true);
    }

    /**
     * Gives this picture with a box for each task, however many there are. Ten thousand tasks take about ten seconds and
     * a picture that no screen shows; {@code .png} refuses what does not fit into memory at a readable size.
     *
     * @return a picture of its own
     */
    public GraphPicture ungrouped() {
        return groupedOver(Integer.MAX_VALUE);
    }

    /**
     * Gives this picture with another number of tasks above which they are grouped by name.
     *
     * @param tasks the number; 0 groups every graph
     * @return a picture of its own
     */
    public GraphPicture groupedOver(int tasks) {
        return new GraphPicture(plan, tasks, results);
    }

    /**
     * Gives this picture without the circles for results.
     *
     * @return a picture of its own
     */
    public GraphPicture tasksOnly() {
        return new GraphPicture(plan, groupedOver, false);
    }

    /**
     * Draws the picture into a file, and runs nothing.
     *
     * @param file where to; {@code .svg} or {@code .png}, or another ending that {@link Drawing} knows, which has no options
     * @throws IllegalArgumentException if there is no writer for this ending
     * @throws UncheckedIOException if the file cannot be written
     */
    public void write(Path file) {
        for (PictureWriter writer : List.of(new SvgWriter(groupedOver, results), new PngWriter(groupedOver, results))) {
            if (writer.writes(file)) {
                write(writer, file);
                return;
            }
        }
        Drawing.draw(plan, file);
    }

    private void write(PictureWriter writer, Path file) {
        try {
            writer.write(plan, file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot draw the graph into " + file, failed);
        }
    }
}
