package dev.bide.diagnostics.internal.picture;

import java.io.IOException;

/** Writes graphs as {@code .png}. Needs fonts, but no screen: it opens no window and asks for no toolkit. */
public final class PngWriter extends PictureWriter {
    /** Makes a writer of the usual pictures. */
    public PngWriter() {
        this(GROUPED_OVER, true);
    }

    /**
     * Makes a writer.
     *
     * @param groupedOver the number of tasks above which they are grouped by name
     * @param results whether results are drawn as circles
     */
    public PngWriter(int groupedOver, boolean results) {
        super("png", groupedOver, results);
    }

    @Override
    byte[] encoded(Scene scene) throws IOException {
        return PngCanvas.drawn(scene);
    }
}
