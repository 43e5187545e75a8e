package dev.bide.diagnostics;

import dev.bide.diagnostics.internal.picture.PictureOptions;
import dev.bide.diagnostics.internal.picture.PictureWriter;
import dev.bide.diagnostics.internal.picture.PngWriter;
import dev.bide.diagnostics.internal.picture.SvgWriter;
import dev.bide.draw.Drawing;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
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
 * <pre>{@code
 * GraphPicture.of(result).ungrouped().write(Path.of("all-tasks.svg"));
 * GraphPicture.of(result).colouredBy(Colouring.byOrder()).write(Path.of("order.png"));
 * }</pre>
 *
 * @param plan the graph
 * @param groupedOver the number of tasks above which they are grouped by name
 * @param results whether results are drawn as circles
 * @param colouring what the colours tell
 */
public record GraphPicture(Plan plan, int groupedOver, boolean results, Colouring colouring) {
    /** The number of tasks above which they are grouped by name, unless something else is asked for. */
    public static final int GROUPED_OVER = PictureOptions.GROUPED_OVER;

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
        return new GraphPicture(plan, GROUPED_OVER, true, Colouring.byName());
    }

    /**
     * Makes a picture of a raw graph, with all its keys. Its values are not drawn; if several nodes are needed by no other,
     * a list gathers their results.
     *
     * @param graph the graph
     * @return the picture
     */
    public static GraphPicture of(TaskGraph graph) {
        return of(Plan.of(graph));
    }

    /**
     * Gives this picture with a box for each task, however many there are. Ten thousand tasks take half a minute and a
     * picture that no screen shows; {@code .png} refuses what does not fit into memory at a readable size.
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
        return new GraphPicture(plan, tasks, results, colouring);
    }

    /**
     * Gives this picture without the circles for results.
     *
     * @return a picture of its own
     */
    public GraphPicture tasksOnly() {
        return new GraphPicture(plan, groupedOver, false, colouring);
    }

    /**
     * Gives this picture in other colours.
     *
     * @param meaning what the colours tell
     * @return a picture of its own
     */
    public GraphPicture colouredBy(Colouring meaning) {
        return new GraphPicture(plan, groupedOver, results, meaning);
    }

    /**
     * Draws the picture into a file, and runs nothing.
     *
     * @param file where to; {@code .svg} or {@code .png}, or another ending that {@link Drawing} knows: that has a box or a
     *     line for each task, and no colours
     * @throws IllegalArgumentException if there is no writer for this ending, or colours were asked for that it cannot show
     * @throws UncheckedIOException if the file cannot be written
     */
    public void write(Path file) {
        PictureOptions options = new PictureOptions(groupedOver, results, colouring.colours());
        for (PictureWriter writer : List.of(new SvgWriter(options), new PngWriter(options))) {
            if (writer.writes(file)) {
                write(writer, file);
                return;
            }
        }
        if (colouring != Colouring.byName()) {
            throw new IllegalArgumentException("cannot draw " + colouring + " into " + file
                    + ": only .svg and .png have colours. Use one of those, or" + " leave colouredBy(..) out.");
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
