package dev.bide.graph;

import java.nio.file.Path;

/**
 * Draws graphs into files, for {@link TaskGraph#visualize}. The package {@code dev.bide.draw} does, which knows this one and
 * not the other way round: so it is found through {@link java.util.ServiceLoader}.
 */
public interface GraphDrawing {
    /**
     * Draws a graph.
     *
     * @param plan the graph
     * @param file where to; its ending picks the format
     * @throws IllegalArgumentException if nothing writes files with this ending
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    void draw(Plan plan, Path file);
}
