package dev.bide.diagnostics.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.diagnostics.GraphPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngWriterTest {
    @TempDir
    Path folder;

    @Test
    void write_pipeline_hasTwoPixelsForEachPointOfTheSvg() throws IOException {
        Path file = folder.resolve("graph.png");
        Graphs.pipeline(3).visualize(file);
        BufferedImage image = ImageIO.read(file.toFile());
        SvgPicture svg = SvgPicture.of(GraphPicture.of(Graphs.pipeline(3)), folder);
        double width = Double.parseDouble(svg.root().getAttribute("width"));
        double height = Double.parseDouble(svg.root().getAttribute("height"));
        assertThat((double) image.getWidth()).isBetween(2 * width - 2, 2 * width);
        assertThat((double) image.getHeight()).isBetween(2 * height - 2, 2 * height);
        assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(Palette.BACKGROUND);
    }

    @Test
    void write_sameGraphBuiltTwice_sameBytes() throws IOException {
        assertThat(bytes(Graphs.diamond(), "a.png")).isEqualTo(bytes(Graphs.diamond(), "b.PNG"));
    }

    private byte[] bytes(Delayed<?> graph, String name) throws IOException {
        graph.visualize(folder.resolve(name));
        return Files.readAllBytes(folder.resolve(name));
    }

    @Test
    void write_anyGraph_leavesTheHeadlessSettingAlone() {
        String before = System.getProperty("java.awt.headless");
        Graphs.diamond().visualize(folder.resolve("graph.png"));
        assertThat(System.getProperty("java.awt.headless")).isEqualTo(before);
    }

    @Test
    void write_pictureTooLargeForMemory_saysWhatToDo() {
        GraphPicture picture = GraphPicture.of(Graphs.fan(6000)).ungrouped();
        assertThatThrownBy(() -> picture.write(folder.resolve("graph.png")))
                .rootCause()
                .hasMessageContaining("pixels: draw it as .svg, or grouped");
    }
}
