package dev.bide.diagnostics.internal.picture;

import java.nio.charset.StandardCharsets;

/** Writes graphs as {@code .svg}: pictures that stay sharp, with more about each task for who points at it. */
public final class SvgWriter extends PictureWriter {
    /** Makes a writer of the usual pictures. */
    public SvgWriter() {
        this(GROUPED_OVER, true);
    }

    /**
     * Makes a writer.
     *
     * @param groupedOver the number of tasks above which they are grouped by name
     * @param results whether results are drawn as circles
     */
    public SvgWriter(int groupedOver, boolean results) {
        super("svg", groupedOver, results);
    }

    @Override
    byte[] encoded(Scene scene) {
        return SvgCanvas.drawn(scene).getBytes(StandardCharsets.UTF_8);
    }
}
