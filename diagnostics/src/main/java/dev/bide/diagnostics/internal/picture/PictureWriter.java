package dev.bide.diagnostics.internal.picture;

import dev.bide.draw.GraphWriter;
import dev.bide.graph.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes pictures in one format. */
public abstract sealed class PictureWriter implements GraphWriter permits SvgWriter, PngWriter {
    private final String ending;
    private final PictureOptions options;

    PictureWriter(String ending, PictureOptions options) {
        this.ending = ending;
        this.options = options;
    }

    @Override
    public final String ending() {
        return ending;
    }

    /**
     * Tells whether this writer writes a file.
     *
     * @param file the file
     * @return whether its name has this writer's ending
     */
    public final boolean writes(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith("." + ending);
    }

    @Override
    public final void write(Plan plan, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " is not a folder: create it, or give another one");
        }
        Files.write(file, encoded(scene(plan)));
    }

    final Scene scene(Plan plan) {
        return options.scene(plan);
    }

    abstract byte[] encoded(Scene scene) throws IOException;
}
