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
                        "score ×612",
                        "argmax ×6",
                        "refit ×6",
                        "mean",
                        "report");
        assertThat(picture.root().getAttribute("aria-label")).isEqualTo("Task graph: report, 1,248 tasks in 9 groups");
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
        Sketch sketch = GroupSketch.of(Plan.of(Graphs.pipeline(4)));
        assertThat(sketch.links()).containsExactly(new Link(0, 1), new Link(1, 2), new Link(2, 3));
    }

    @Test
    void of_tasksThatNeedTheirLike_repeat() {
        assertThat(GroupSketch.of(Plan.of(Graphs.chain(1000))).items())
                .extracting(Item::repeats)
                .containsExactly(false, true);
    }

    @Test
    void of_namesThatDifferInNumbersOnly_areOneGroup() {
        Sketch sketch = GroupSketch.of(Plan.of(named(500, i -> "load-" + i)));
        assertThat(sketch.items()).extracting(item -> item.label().lines()).contains(List.of("load-# ×500"));
    }

    @Test
    void of_tooManyNames_gathersTheRarest() {
        Sketch sketch = GroupSketch.of(Plan.of(named(500, i -> "x".repeat(1 + i % 250))));
        assertThat(sketch.items()).hasSizeLessThanOrEqualTo(Groups.MOST);
        assertThat(sketch.items())
                .extracting(item -> item.label().lines().get(0))
                .anyMatch(Groups.OTHERS.concat(" ×304")::equals);
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
