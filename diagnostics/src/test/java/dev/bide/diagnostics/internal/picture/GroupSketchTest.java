package dev.bide.diagnostics.internal.picture;

import static dev.bide.Bide.gather;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.diagnostics.GraphPicture;
import dev.bide.diagnostics.internal.picture.Sketch.Item;
import dev.bide.diagnostics.internal.picture.Sketch.Link;
import dev.bide.graph.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupSketchTest {
    @TempDir
    Path folder;

    @Test
    void write_overThreeHundredTasks_oneBoxForEachNameWithItsCount() {
        SvgPicture picture = SvgPicture.of(GraphPicture.of(Graphs.crossValidation(6, 101)), folder);
        assertThat(picture.labels())
                .containsExactlyInAnyOrder(
                        "load",
                        "scale",
                        "split ×6",
                        "fit ×606",
                        "score ×606",
                        "score ×6",
                        "argmax ×6",
                        "refit ×6",
                        "mean",
                        "report");
        assertThat(picture.root().getAttribute("aria-label")).isEqualTo("Task graph: report, 1,248 tasks in 10 groups");
    }

    @Test
    void write_ungrouped_drawsThemAll() {
        GraphPicture picture = GraphPicture.of(Graphs.fan(600));
        assertThat(SvgPicture.of(picture, folder).items()).hasSize(3);
        assertThat(SvgPicture.of(picture.ungrouped(), folder).items()).hasSize(603);
    }

    @Test
    void write_smallGraphGroupedOver_isGroupedAsAsked() {
        GraphPicture picture = GraphPicture.of(Graphs.pipeline(4)).groupedOver(5);
        assertThat(SvgPicture.of(picture, folder).labels())
                .containsExactlyInAnyOrder("load ×4", "clean ×4", "analyze", "store");
    }

    @Test
    void of_list_leadsArrowsThroughIt() {
        Sketch sketch = sketch(Graphs.pipeline(4));
        assertThat(sketch.links()).containsExactly(new Link(0, 1), new Link(1, 2), new Link(2, 3));
    }

    @Test
    void of_tasksThatNeedTheirLike_repeat() {
        assertThat(sketch(Graphs.chain(1000)).items()).extracting(Item::repeats).containsExactly(false, true);
    }

    @Test
    void of_namesThatDifferInNumbersOnly_areOneGroup() {
        Sketch sketch = sketch(named(500, i -> "load-" + i));
        assertThat(sketch.items()).extracting(item -> item.label().lines()).contains(List.of("load-# ×500"));
    }

    @Test
    void of_tooManyNames_gathersTheRarest() {
        Sketch sketch = sketch(named(500, i -> "x".repeat(1 + i % 250)));
        assertThat(sketch.items()).hasSizeLessThanOrEqualTo(Groups.MOST);
        assertThat(sketch.items())
                .extracting(item -> item.label().lines().get(0))
                .anyMatch(Groups.OTHERS.concat(" ×304")::equals);
    }

    private static Sketch sketch(Delayed<?> graph) {
        return GroupSketch.of(Plan.of(graph), Colours.byName());
    }

    // report - refit - score - fit - split - train - split - load
    @Test
    void of_namesThatNeedEachOther_haveABoxForEachRound() {
        Sketch sketch = sketch(Graphs.nestedSplits(5, 4));
        assertThat(labels(sketch)).containsExactly("load", "split ×5", "train ×5", "split ×20", "report");
        assertThat(sketch.links())
                .containsExactlyInAnyOrder(
                        new Link(0, 1), new Link(1, 2), new Link(2, 3), new Link(1, 4), new Link(3, 4));
        assertThat(sketch.items().get(1).look()).isEqualTo(sketch.items().get(3).look());
    }

    @Test
    void of_namesThatTakeTurnsOftenEnough_areALoop() {
        Sketch three = sketch(Graphs.turns(3));
        assertThat(labels(three)).containsExactly("load", "clean", "scale", "clean", "scale", "clean", "scale");
        Sketch many = sketch(Graphs.turns(100));
        assertThat(labels(many)).containsExactly("load", "clean ×100", "scale ×100");
        assertThat(many.links()).containsExactlyInAnyOrder(new Link(0, 1), new Link(1, 2), new Link(2, 1));
    }

    @Test
    void of_randomNames_pointOneWayUnlessTheyAreALoop() {
        for (int seed = 0; seed < 300; seed++) {
            Sketch sketch = sketch(Graphs.random(seed, 40));
            List<String> labels = labels(sketch);
            assertThat(sketch.links())
                    .as("seed " + seed + ", " + labels)
                    .allMatch(link -> link.from() < link.to() || leads(sketch, link.to(), link.from()));
        }
    }

    private static boolean leads(Sketch sketch, int from, int to) {
        BitSet reached = new BitSet();
        reached.set(from);
        for (int i = 0; i < sketch.items().size(); i++) {
            sketch.links().stream().filter(link -> reached.get(link.from())).forEach(link -> reached.set(link.to()));
        }
        return reached.get(to);
    }

    private static List<String> labels(Sketch sketch) {
        return sketch.items().stream()
                .map(item -> String.join(" ", item.label().lines()))
                .toList();
    }

    private static Delayed<?> named(int count, IntFunction<String> name) {
        List<Delayed<String>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Graphs.chain(1).named(name.apply(i)));
        }
        return gather(all);
    }

    @Test
    void write_millionTasks_takesSeconds() {
        SvgPicture picture = SvgPicture.of(GraphPicture.of(Graphs.fan(1_000_000)), folder);
        assertThat(picture.labels()).contains("split ×1,000,000");
    }
}
