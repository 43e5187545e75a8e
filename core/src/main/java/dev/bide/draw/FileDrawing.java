package dev.bide.draw;

import dev.bide.graph.GraphDrawing;
import dev.bide.graph.Plan;
import java.nio.file.Path;

/** Draws what {@link dev.bide.graph.TaskGraph#visualize} asks for. */
public final class FileDrawing implements GraphDrawing {
    /** Made by the service loader. */
    public FileDrawing() {}

    @Override
    public void draw(Plan plan, Path file) {
        Drawing.draw(plan, file);
    }
}
