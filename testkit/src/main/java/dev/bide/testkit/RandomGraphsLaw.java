package dev.bide.testkit;

import dev.bide.schedule.RunOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random graphs give what plain recursion gives, each call once, whatever fails. */
abstract class RandomGraphsLaw extends Law {
    private static final int GRAPHS = 100;

    RandomGraphsLaw(SchedulerContract contract) {
        super(contract);
    }

    @Test
    void compute_randomGraphs_giveWhatRecursionGives() {
        RandomGraphs.seeds(0, GRAPHS).forEach(seed -> {
            RandomGraph graph = RandomGraphs.of(seed);
            graph.check(bare(), RunOptions.defaults());
            graph.check(scheduler(), RunOptions.defaults());
            scheduler().check();
        });
    }

    @Test
    void compute_randomGraphsThatFail_stopAtTheFirstFailure() {
        RandomGraphs.seeds(GRAPHS, GRAPHS).forEach(seed -> {
            RandomGraph graph = RandomGraphs.failing(seed, 6);
            graph.check(bare(), RunOptions.defaults());
            graph.check(scheduler(), RunOptions.defaults());
            scheduler().check();
        });
    }

    @Test
    void compute_randomGraphsThatFailAndKeepGoing_runAllElse() {
        RandomGraphs.seeds(2 * GRAPHS, GRAPHS).forEach(seed -> {
            RandomGraph graph = RandomGraphs.failing(seed, 6);
            graph.check(bare(), RunOptions.defaults().keepGoing());
            graph.check(scheduler(), RunOptions.defaults().keepGoing());
            scheduler().check();
        });
    }

    @Test
    void compute_randomGraphsSeveralTimesAtOnce_giveEachRunItsResult() {
        RandomGraphs.seeds(3 * GRAPHS, GRAPHS)
                .forEach(seed -> RandomGraphs.of(seed)
                        .checkTogether(List.of(bare(), bare(), bare(), bare()), RunOptions.defaults()));
    }
}
