package dev.bide.diagnostics.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.diagnostics.Colouring;
import dev.bide.diagnostics.GraphPicture;
import dev.bide.diagnostics.internal.picture.Scene.Box;
import dev.bide.graph.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SvgWriterTest {
    @TempDir
    Path folder;

    static Stream<Delayed<?>> graphs() {
        return Stream.of(
                Graphs.pipeline(3),
                Graphs.pipeline(12),
                Graphs.diamond(),
                Graphs.fan(40),
                Graphs.chain(40),
                Graphs.disconnected(),
                Graphs.longNames(),
                Graphs.crossValidation(5, 5));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void write_anyGraph_drawsEachTaskOnceWithoutOverlaps(Delayed<?> graph) {
        Plan plan = Plan.of(graph);
        SvgPicture picture = SvgPicture.of(GraphPicture.of(graph), folder);
        List<String> drawn = picture.items();
        assertThat(drawn).hasSize(plan.size());
        for (int task = 0; task < plan.size(); task++) {
            String key = plan.key(task).toString();
            assertThat(drawn)
                    .filteredOn(title -> title.equals(key) || title.startsWith(key + ": a list"))
                    .hasSize(1);
        }
        assertNoneOverlap(picture.boxes());
    }

    private static void assertNoneOverlap(List<Box> boxes) {
        for (Box one : boxes) {
            assertThat(boxes).filteredOn(other -> overlap(one, other)).containsExactly(one);
        }
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }

    @Test
    void write_sameGraphBuiltTwice_sameBytes() throws IOException {
        assertThat(bytes(Graphs.crossValidation(4, 4), "a.svg"))
                .isEqualTo(bytes(Graphs.crossValidation(4, 4), "b.svg"));
    }

    private byte[] bytes(Delayed<?> graph, String name) throws IOException {
        graph.visualize(folder.resolve(name));
        return Files.readAllBytes(folder.resolve(name));
    }

    @Test
    void write_oddNames_escapesThem() {
        for (String name :
                List.of("<b>&amp;\"'", "line\nbreak", "日本語のキー", "half \ud83d", "nul\0", "\uffff", "👩‍🔬 run")) {
            SvgPicture picture = SvgPicture.of(GraphPicture.of(Graphs.chain(2).named(name)), folder);
            assertThat(picture.items()).as(name).hasSize(2);
        }
        SvgPicture picture = SvgPicture.of(GraphPicture.of(Graphs.chain(1).named("<b>&amp;\"'")), folder);
        assertThat(picture.labels()).containsExactly("<b>&amp;\"'");
    }

    @Test
    void write_anyGraph_saysWhatItIsToThoseWhoCannotSeeIt() {
        SvgPicture picture = SvgPicture.of(GraphPicture.of(Graphs.pipeline(3)), folder);
        assertThat(picture.root().getAttribute("role")).isEqualTo("img");
        assertThat(picture.root().getAttribute("aria-label")).isEqualTo("Task graph: store, 9 tasks");
        assertThat(picture.root().getAttribute("viewBox")).matches("0 0 \\d+ \\d+");
    }

    @Test
    void write_task_tellsTheLineOfItsCall() {
        SvgPicture picture = SvgPicture.of(GraphPicture.of(Graphs.diamond()), folder);
        assertThat(picture.root().getTextContent()).contains("join\ncalled at").contains("Graphs.java:");
    }

    /** Pages that forbid styles and scripts show it as it is, and two of them on one page do not mix up their names. */
    @ParameterizedTest
    @MethodSource("graphs")
    void element_anyGraph_hasNoStyleScriptOrName(Delayed<?> graph) {
        String element = new SvgWriter(new PictureOptions(300, true, Colours.byOrder())).element(Plan.of(graph));
        assertThat(element)
                .startsWith("<svg ")
                .doesNotContain(" style=", "<style", "<script", " id=", " class=", "url(", "<?xml");
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void write_withLegend_hasItInsideAndNothingUnderIt(Delayed<?> graph) {
        GraphPicture picture = GraphPicture.of(graph).colouredBy(Colouring.byOrder());
        SvgPicture drawn = SvgPicture.of(picture, folder);
        assertThat(drawn.items()).endsWith("What the colours mean");
        List<Box> boxes = drawn.boxes();
        Box paper = new Box(
                0,
                0,
                Double.parseDouble(drawn.root().getAttribute("width")),
                Double.parseDouble(drawn.root().getAttribute("height")));
        assertThat(boxes)
                .allMatch(box -> box.x() >= 10
                        && box.y() >= 10
                        && box.x() + box.width() <= paper.width() - 10
                        && box.y() + box.height() <= paper.height() - 10);
        int tasks = (int) Colours.boxes(Plan.of(graph)).count();
        List<Box> legend = boxes.subList(tasks, boxes.size());
        assertThat(legend).isNotEmpty();
        assertThat(boxes.subList(0, tasks)).noneMatch(box -> legend.stream().anyMatch(piece -> overlap(box, piece)));
    }

    @Test
    void write_tasksOnly_drawsNoResults() {
        assertThat(SvgPicture.of(GraphPicture.of(Graphs.diamond()), folder).count("circle"))
                .isEqualTo(4);
        assertThat(SvgPicture.of(GraphPicture.of(Graphs.diamond()).tasksOnly(), folder)
                        .count("circle"))
                .isZero();
    }

    @Test
    void write_pipeline_runsFromBottomToTop() {
        List<Box> boxes =
                SvgPicture.of(GraphPicture.of(Graphs.chain(5)), folder).boxes();
        assertThat(IntStream.range(1, 5))
                .allMatch(i -> boxes.get(i).y() < boxes.get(i - 1).y());
    }

    @Test
    void write_deepChainUngrouped_needsNoDeepStack() {
        SvgPicture picture = SvgPicture.of(GraphPicture.of(Graphs.chain(10_000)).ungrouped(), folder);
        assertThat(picture.boxes()).hasSize(10_000);
    }
}
