package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.ref;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Chains of many calls need no stack. */
class LongChainTest {
    private static final int MILLION = 1_000_000;

    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1).named("inc");

    private Delayed<Integer> chain(int length) {
        Delayed<Integer> end = inc.call(0);
        for (int i = 1; i < length; i++) {
            end = inc.call(end);
        }
        return end;
    }

    // inc -> inc -> ... -> inc
    @Test
    void of_chainOfAMillion_isPlannedAndNamed() {
        Plan plan = Plan.of(chain(MILLION));

        assertThat(plan.size()).isEqualTo(MILLION);
        assertThat(plan.key(0).name()).isEqualTo("inc-1");
        assertThat(plan.key(MILLION - 1).name()).isEqualTo("inc-1000000");
        assertThat(plan.chainFrom(0)).hasSize(100);
    }

    // [list of inc] -> inc -> [list of inc] -> ...
    @Test
    void of_chainThroughStructures_isPlanned() {
        Delayed<Integer> end = inc.call(0);
        for (int i = 1; i < 100_000; i++) {
            end = on(List.of(end)).call(list -> list.size());
        }

        assertThat(Plan.of(end).size()).isEqualTo(100_000);
    }

    // inc -> inc -> ... -> inc
    @Test
    void graph_chainOfAHundredThousand_canBeChanged() {
        TaskGraph graph = chain(100_000).graph();

        TaskGraph changed = graph.substitute(Key.of("inc-50000"), 0);

        assertThat(Schedulers.sync().get(changed, "inc-100000")).isEqualTo(50_000);
        assertThat(changed.cull(Key.of("inc-100000")).keys()).hasSize(50_001);
    }

    // n99999 -> ... -> n1 -> n0, put from the last to the first
    @Test
    void build_chainOfAHundredThousandPutLastFirst_isMade() {
        TaskGraphBuilder builder = TaskGraph.builder();
        for (int i = 99_999; i > 0; i--) {
            builder.put("n" + i, inc, ref("n" + (i - 1)));
        }

        TaskGraph graph = builder.put("n0", 0).build();

        assertThat(graph.keys()).hasSize(100_000);
        assertThat(Schedulers.sync().get(graph, "n99999")).isEqualTo(99_999);
    }

    // a0 <- a1 <- ... <- a99999
    @Test
    void build_aliasesOfAliases_giveTheFirst() {
        TaskGraphBuilder builder = TaskGraph.builder().put("a0", inc, 41);
        for (int i = 1; i < 100_000; i++) {
            builder.put("a" + i, ref("a" + (i - 1)));
        }

        assertThat(Schedulers.sync().get(builder.build(), "a99999")).isEqualTo(42);
    }
}
