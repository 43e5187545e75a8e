package dev.bide.benchmarks.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.graph.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
    private static final Plan TREE = BideCalls.plan(Shape.TREE.of(8));

    // 0 - 1 - 2 - 3 - 4
    @ParameterizedTest
    @CsvSource({"1", "2", "64"})
    void nanos_chain_noWorkersHelp(int workers) {
        Plan chain = BideCalls.plan(Shape.CHAIN.of(5));

        assertThat(Simulation.nanos(chain, costs(10, 3, 100), workers)).isEqualTo(5 * 110);
    }

    // Leaves of 110, their list of 10, what gathers it of 110.
    //   0   1   2   3
    //    \   \ /   /
    //     -- list -
    //          |
    //          4
    @ParameterizedTest
    @CsvSource({"1, 0, 560", "2, 0, 340", "3, 0, 340", "4, 0, 230", "64, 0, 230", "4, 7, 251"})
    void nanos_fan_leavesAreShared(int workers, int steal, long nanos) {
        Plan fan = BideCalls.plan(Shape.FAN.of(5));

        assertThat(Simulation.nanos(fan, costs(10, steal, 100), workers)).isEqualTo(nanos);
    }

    // The numbers are the plan's. Two workers: 0 | 1, 3 | 2, 4 | -, 5, 6.
    //   0   1   3   4
    //    \ /     \ /
    //     2       5
    //      \     /
    //       --6--
    @ParameterizedTest
    @CsvSource({"1, 0, 70", "2, 0, 50", "2, 5, 50", "4, 0, 30", "64, 0, 30"})
    void nanos_tree_whoeverComesLastGoesDown(int workers, int steal, long nanos) {
        assertThat(Simulation.nanos(TREE, costs(10, steal, 0), workers)).isEqualTo(nanos);
    }

    // Two workers: the one that ran 0 goes on with 1, then 2; the other has 3 a steal later.
    //       0
    //     / | \
    //    1  2  3
    //     \ | /
    //       4
    @ParameterizedTest
    @CsvSource({"1, 3, 50", "2, 3, 40", "3, 3, 33", "64, 3, 33", "2, 12, 44"})
    void nanos_dependentsOfOneTask_theOldestAreStolen(int workers, int steal, long nanos) {
        Blueprint.Builder graph = new Blueprint.Builder();
        int first = graph.add();
        graph.add(graph.add(first), graph.add(first), graph.add(first));

        assertThat(Simulation.nanos(BideCalls.plan(graph.build()), costs(10, steal, 0), workers))
                .isEqualTo(nanos);
    }

    @Test
    void least_tree_isThePathOrAShareOfTheWork() {
        Extent extent = Extent.of(TREE, costs(10, 300, 0));

        assertThat(extent).isEqualTo(new Extent(70, 30));
        assertThat(extent.least(1)).isEqualTo(70);
        assertThat(extent.least(2)).isEqualTo(35);
        assertThat(extent.least(4)).isEqualTo(30);
    }

    /** With steals for nothing no worker rests while a task is ready, and Graham's bound of 1966 holds. */
    @ParameterizedTest
    @EnumSource
    void nanos_anyShape_isGreedy(Shape shape) {
        Plan plan = BideCalls.plan(shape.of(2_000));
        Costs costs = costs(10, 0, 5);
        Extent extent = Extent.of(plan, costs);

        assertThat(Simulation.nanos(plan, costs, 1)).isEqualTo(extent.work());
        for (int workers = 2; workers <= 64; workers *= 2) {
            assertThat(Simulation.nanos(plan, costs, workers))
                    .isBetween(extent.least(workers), extent.work() / workers + extent.path());
        }
    }

    private static Costs costs(int run, int steal, int grain) {
        return new Costs(0, 0, run, steal, grain);
    }
}
