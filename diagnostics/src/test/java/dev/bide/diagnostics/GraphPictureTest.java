package dev.bide.diagnostics;

import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphPictureTest {
    private final Delayed<String> graph = value("a").then(String::strip).then(String::trim);

    @TempDir
    Path folder;

    @Test
    void visualize_moduleOnTheClassPath_drawsSvgAndPng() throws IOException {
        graph.visualize(folder.resolve("graph.svg"));
        graph.visualize(folder.resolve("graph.png"));
        assertThat(folder.resolve("graph.svg")).content().contains("strip").contains("trim");
        assertThat(Files.readAllBytes(folder.resolve("graph.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void write_withoutOptions_drawsWhatVisualizeDraws() {
        graph.visualize(folder.resolve("a.svg"));
        GraphPicture.of(graph).write(folder.resolve("b.svg"));
        assertThat(folder.resolve("a.svg")).hasSameBinaryContentAs(folder.resolve("b.svg"));
    }

    @Test
    void write_otherEnding_isLeftToCore() {
        GraphPicture.of(graph).write(folder.resolve("graph.dot"));
        assertThat(folder.resolve("graph.dot")).content().startsWith("digraph");
        assertThatThrownBy(() -> GraphPicture.of(graph).write(folder.resolve("graph.gif")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".svg, .png");
    }

    @Test
    void write_folderMissing_saysWhichOne() {
        Path file = folder.resolve("pictures").resolve("graph.svg");
        assertThatThrownBy(() -> GraphPicture.of(graph).write(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot draw the graph into " + file)
                .rootCause()
                .hasMessageContaining(file.getParent() + " is not a folder: create it");
    }

    @Test
    void visualize_fileIsAFolder_saysWhatItCouldNotWrite() {
        assertThatThrownBy(() -> GraphPicture.of(graph).write(Files.createDirectory(folder.resolve("x.svg"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("x.svg");
    }
}
