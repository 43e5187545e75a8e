package dev.bide.draw;

import dev.bide.graph.Plan;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a graph to a file in one format. A module that knows more formats offers writers through {@link
 * java.util.ServiceLoader}.
 */
public interface GraphWriter {
    /**
     * Gives the ending of the files it writes.
     *
     * @return the ending in lower case without its dot, such as {@code svg}
     */
    String ending();

    /**
     * Writes a graph.
     *
     * @param plan the graph
     * @param file where to
     * @throws IOException if the file cannot be written
     */
    void write(Plan plan, Path file) throws IOException;
}
