package dev.bide.diagnostics;

import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.graph.TaskGraph;
import dev.bide.schedule.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
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
    void write_coloursIntoAFormatWithout_areRefused() {
        GraphPicture picture = GraphPicture.of(graph).colouredBy(Colouring.byOrder());
        for (String ending : List.of("dot", "mmd", "txt")) {
            Path file = folder.resolve("graph." + ending);
            assertThatThrownBy(() -> picture.write(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot draw Colouring.byOrder into " + file)
                    .hasMessageContaining(".svg and .png");
            assertThat(file).doesNotExist();
        }
        picture.colouredBy(Colouring.byName()).write(folder.resolve("graph.dot"));
        assertThat(folder.resolve("graph.dot")).exists();
    }

    @Test
    void colouredBy_profile_showsTheRun() throws Exception {
        Run<String> run = graph.start(Diagnostics.profile());
        run.get();
        Profile profile = Profile.of(run);
        for (Colouring colouring :
                List.of(Colouring.byState(profile), Colouring.byTime(profile), Colouring.byBytes(profile))) {
            Path file = folder.resolve(colouring + ".svg");
            GraphPicture.of(graph).colouredBy(colouring).write(file);
            GraphPicture.of(graph).colouredBy(colouring).write(folder.resolve(colouring + ".png"));
            assertThat(file).content().contains(">strip<").doesNotContain("not in this run");
        }
        assertThat(folder.resolve("Colouring.byState.svg")).content().contains(">2 done<");
        assertThat(folder.resolve("Colouring.byTime.svg")).content().contains("\ntime ");
    }

    @Test
    void colouredBy_otherOptions_areKept() {
        GraphPicture picture = GraphPicture.of(graph)
                .tasksOnly()
                .groupedOver(7)
                .colouredBy(Colouring.byOrder())
                .groupedOver(5);
        assertThat(picture.results()).isFalse();
        assertThat(picture.groupedOver()).isEqualTo(5);
        assertThat(picture.colouring()).isSameAs(Colouring.byOrder());
        assertThat(picture.tasksOnly().colouring()).isSameAs(Colouring.byOrder());
    }

    // left  right
    //    \ /
    //    load
    @Test
    void of_rawGraph_drawsAllItsKeys() {
        TaskGraph raw = TaskGraph.builder()
                .put("load", task(String::strip), "a")
                .put("left", task(String::trim), Bide.ref("load"))
                .put("right", task(String::trim), Bide.ref("load"))
                .build();
        raw.visualize(folder.resolve("a.svg"));
        GraphPicture.of(raw).write(folder.resolve("b.svg"));
        assertThat(folder.resolve("a.svg"))
                .hasSameBinaryContentAs(folder.resolve("b.svg"))
                .content()
                .contains(">load<", ">left<", ">right<");
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

    // two tasks: one with a key of ten megabytes, one with every character that means something somewhere
    @Test
    void visualize_oddKeys_areShortAndWellFormed() throws Exception {
        String odd = "a\nb\"c\"/../x\\y\u0000\u001b[31m\ud800'<script>&lt;`$(x)%\uffff\ufffe";
        Delayed<String> keys = value("a").then(String::strip).named("k\n".repeat(5_000_000));
        keys.then(String::trim).named(odd).visualize(folder.resolve("odd.svg"));
        keys.then(String::trim).named(odd).visualize(folder.resolve("odd.png"));
        assertThat(Files.size(folder.resolve("odd.svg"))).isLessThan(10_000);
        assertThat(Files.size(folder.resolve("odd.png"))).isLessThan(200_000);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("odd.svg").toFile())
                        .getDocumentElement()
                        .getTextContent())
                .contains("<script>&lt;`$(x)%")
                .contains("(10000000");
    }
}
