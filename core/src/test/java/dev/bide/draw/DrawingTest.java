package dev.bide.draw;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.graph.TaskGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {
    @TempDir
    Path folder;

    // length
    private final Delayed<Integer> root = on("a").call(String::length);

    @ParameterizedTest
    @CsvSource({
        "graph.txt, length",
        "graph.dot, digraph {",
        "graph.mmd, flowchart BT",
        "GRAPH.TXT, length",
        "a.svg.dot, digraph {"
    })
    void draw_ending_picksTheFormat(String name, String firstLine) throws IOException {
        Path file = folder.resolve(name);

        root.visualize(file);

        assertThat(Files.readAllLines(file)).first().isEqualTo(firstLine);
    }

    // last
    //  |
    // first
    @Test
    void visualize_rawGraphWithOneEnd_drawsItsTasks() throws IOException {
        TaskGraph graph = TaskGraph.builder()
                .put("first", task(String::strip), "a")
                .put("last", task(String::strip), Bide.ref("first"))
                .build();
        Path file = folder.resolve("graph.txt");

        graph.visualize(file);

        assertThat(file).hasContent("first\nlast <- first\n");
    }

    // left  right
    //    \ /
    //    load
    @Test
    void visualize_rawGraphWithTwoEnds_drawsAListOfBoth() throws IOException {
        TaskGraph graph = TaskGraph.builder()
                .put("load", task(String::strip), "a")
                .put("left", task(String::strip), Bide.ref("load"))
                .put("right", task(String::strip), Bide.ref("load"))
                .build();
        Path file = folder.resolve("graph.txt");

        graph.visualize(file);

        assertThat(file).hasContent("load\nleft <- load\nright <- load\nlist <- left, right\n");
    }

    @Test
    void visualize_rawGraphIntoUnknownEnding_isRefused() {
        TaskGraph graph = TaskGraph.of(root);

        assertThatThrownBy(() -> graph.visualize(folder.resolve("graph.pdf")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".txt, .dot, .mmd");
    }

    @Test
    void draw_fileThatIsThere_isReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("graph.txt"), "a longer text than the drawing");

        root.visualize(file);

        assertThat(file).hasContent("length\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph.svg", "graph.png", "graph.pdf", "graph", "graph."})
    void draw_unknownEnding_isRefusedAndNothingWritten(String name) {
        Path file = folder.resolve(name);

        assertThatThrownBy(() -> root.visualize(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cannot draw a graph into " + file + ". The file's ending picks the format: .txt, .dot, .mmd;"
                                + " .svg and .png come with dev.bide:bide-diagnostics on the class path.");
        assertThat(file).doesNotExist();
    }

    @Test
    void draw_folderThatIsNotThere_isRefused() {
        Path file = folder.resolve("none").resolve("graph.txt");

        assertThatThrownBy(() -> root.visualize(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot draw the graph into " + file)
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "dot", "mmd"})
    void draw_longNameCutInsideASurrogatePair_isWritten(String ending) throws IOException {
        Path file = folder.resolve("graph." + ending);

        root.named("k".repeat(119) + "\uD83D\uDE00").visualize(file);

        assertThat(Files.readString(file)).contains("k".repeat(119));
    }

    @Test
    void draw_nameWithHalfASurrogatePair_isWritten() throws IOException {
        Path file = folder.resolve("graph.txt");

        root.named("half \uD83D").visualize(file);

        assertThat(Files.readString(file)).startsWith("half ");
    }

    @Test
    void draw_anyFormat_runsNothing() {
        Delayed<Integer> throwing = on("a").call(text -> {
            throw new AssertionError("a drawing must not run " + text);
        });

        throwing.visualize(folder.resolve("graph.txt"));

        assertThat(folder.resolve("graph.txt")).exists();
    }
}
