package dev.bide.graph;

import static dev.bide.Bide.delayed;
import static dev.bide.Bide.ref;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task1;
import org.junit.jupiter.api.Test;

class AliasTest {
    private final Task0<Integer> read = task(() -> 1).named("read");
    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1).named("inc");

    // read <- also <- again <- inc
    @Test
    void of_aliases_areFoldedIntoTheirUser() {
        TaskGraph graph = TaskGraph.builder()
                .put("read", read)
                .put("also", ref("read"))
                .put("again", ref("also"))
                .put("inc", inc, ref("again"))
                .build();
        Plan plan = Plan.of(graph.node(Key.of("inc")));

        assertThat(plan.size()).isEqualTo(2);
        assertThat(plan.key(0)).isEqualTo(Key.of("read"));
        assertThat(plan.dependencies()).containsExactly(0);
    }

    // two <- also <- inc
    @Test
    void of_aliasOfAValue_isFoldedIntoItsUser() {
        TaskGraph graph = TaskGraph.builder()
                .put("two", 2)
                .put("also", ref("two"))
                .put("inc", inc, ref("also"))
                .build();
        Plan plan = Plan.of(graph.node(Key.of("inc")));

        assertThat(plan.size()).isOne();
        assertThat(plan.arguments(0, Results.none(1))).containsExactly(2);
    }

    // read <- also
    @Test
    void of_aliasAsRoot_isThePlanOfWhatItStandsFor() {
        TaskGraph graph =
                TaskGraph.builder().put("read", read).put("also", ref("read")).build();

        assertThat(Plan.of(graph.node(Key.of("also"))).key(0)).isEqualTo(Key.of("read"));
    }

    // first   read <- also
    //     \          /       also runs after first
    //      +--------+
    @Test
    void of_aliasThatRunsAfterOthers_isATaskItself() {
        TaskGraph graph = TaskGraph.builder().put("read", read).build();
        Delayed<Integer> also = delayed(graph, "read", Integer.class).after(inc.call(5));

        assertThat(Plan.of(also).size()).isEqualTo(3);
        assertThat(also.compute(Schedulers.sync())).isEqualTo(1);
    }
}
