package dev.bide.diagnostics.internal.picture;

import dev.bide.graph.Plan;
import java.nio.charset.StandardCharsets;

/** Writes graphs as {@code .svg}: pictures that stay sharp, with more about each task for who points at it. */
public final class SvgWriter extends PictureWriter {
    /** Makes a writer of the usual pictures. */
    public SvgWriter() {
        this(PictureOptions.usual());
    }

    /**
     * Makes a writer.
     *
     * @param options how to draw
     */
    public SvgWriter(PictureOptions options) {
        super("svg", options);
    }

    /**
     * Draws a graph for a page of HTML, as it is: with no style of its own, which the page's security policy might forbid.
     *
     * @param plan the graph
     * @return an element {@code svg} as text
     */
    public String element(Plan plan) {
        return SvgCanvas.drawn(scene(plan));
    }

    @Override
    byte[] encoded(Scene scene) {
        return SvgCanvas.drawn(scene).getBytes(StandardCharsets.UTF_8);
    }
}
