package dev.bide.draw;

import dev.bide.graph.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** Draws a graph in the format that the ending of a file's name asks for. */
public final class Drawing {
    private static final List<GraphWriter> BUILT_IN = List.of(
            TextFormat.writer("txt", TextDrawing::new),
            TextFormat.writer("dot", DotDrawing::new),
            TextFormat.writer("mmd", MermaidDrawing::new));

    private Drawing() {}

    /**
     * Draws a graph into a file. O(size), without running anything.
     *
     * @param plan the graph
     * @param file where to; {@code .txt}, {@code .dot} and {@code .mmd} are always there, {@code .svg} and {@code .png}
     *     with {@code bide-diagnostics}
     * @throws IllegalArgumentException if nothing writes files with this ending
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void draw(Plan plan, Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        List<GraphWriter> writers = writers();
        GraphWriter writer = writers.stream()
                .filter(known -> known.ending().equals(ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(file, writers)));
        try {
            writer.write(plan, file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot draw the graph into " + file, failed);
        }
    }

    /**
     * Writes a graph as text, a line a task in the priority order: {@code clean-1 <- load-1}.
     *
     * @param plan the graph
     * @param out where to
     * @throws IOException if {@code out} throws it
     */
    public static void text(Plan plan, Appendable out) throws IOException {
        new TextDrawing(plan, out).write();
    }

    /**
     * Writes a graph in Graphviz's language.
     *
     * @param plan the graph
     * @param out where to
     * @throws IOException if {@code out} throws it
     */
    public static void dot(Plan plan, Appendable out) throws IOException {
        new DotDrawing(plan, out).write();
    }

    private static List<GraphWriter> writers() {
        List<GraphWriter> writers = new ArrayList<>(BUILT_IN);
        ServiceLoader.load(GraphWriter.class).forEach(writers::add);
        return writers;
    }

    private static String unknown(Path file, List<GraphWriter> writers) {
        return "cannot draw a graph into " + file + ". The file's ending picks the format: "
                + String.join(
                        ", ",
                        writers.stream().map(writer -> "." + writer.ending()).toList())
                + "; .svg and .png come with dev.bide:bide-diagnostics on the class path.";
    }
}
