package dev.bide.diagnostics.internal.picture;

import java.io.IOException;

/** Writes graphs as {@code .png}. Needs fonts, but no screen: it opens no window and asks for no toolkit. */
public final class PngWriter extends PictureWriter {
    /** Makes a writer of the usual pictures. */
    public PngWriter() {
        this(PictureOptions.usual());
    }

    /**
     * Makes a writer.
     *
     * @param options how to draw
     */
    public PngWriter(PictureOptions options) {
        super("png", options);
    }

    @Override
    byte[] encoded(Scene scene) throws IOException {
        return PngCanvas.drawn(scene);
    }
}
