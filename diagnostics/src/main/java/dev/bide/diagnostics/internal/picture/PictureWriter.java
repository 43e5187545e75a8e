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
    /** The number of tasks above which they are grouped by name, unless something else is asked for. */
    public static final int GROUPED_OVER = 300;

    private final String ending;
    private final int groupedOver;
    private final boolean results;

    PictureWriter(String ending, int groupedOver, boolean results) {
        this.ending = ending;
        this.groupedOver = groupedOver;
        this.results = results;
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
        Sketch sketch = plan.size() > groupedOver ? GroupSketch.of(plan) : TaskSketch.of(plan, results);
        Files.write(file, encoded(Layout.of(sketch)));
    }

    abstract byte[] encoded(Scene scene) throws IOException;
}
