package dev.bide.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Schedulers;
import dev.bide.graph.Plan;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The check of a random graph passes on a scheduler that keeps its word, and on no other. */
class RandomGraphTest {
    private static final RunOptions OPTIONS = RunOptions.defaults();

    /** Runs everything twice. */
    private static final class Twice implements Scheduler {
        @Override
        public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
            Schedulers.sync().start(plan, options);
            return Schedulers.sync().start(plan, options);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static RandomGraph withTasks() {
        return LongStream.range(0, 100)
                .mapToObj(RandomGraphs::of)
                .filter(graph -> graph.root().graph().keys().size() > 5)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_sameSeed_drawsTheSameGraph() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(RandomGraphs.of(seed).root().graph().keys())
                    .isEqualTo(RandomGraphs.of(seed).root().graph().keys());
        }
    }

    @Test
    void of_manySeeds_drawsGraphsOfManySizes() {
        assertThat(LongStream.range(0, 200)
                        .mapToObj(seed ->
                                RandomGraphs.of(seed).root().graph().keys().size())
                        .distinct())
                .hasSizeGreaterThan(15);
    }

    @Test
    void failing_manySeeds_drawsSomeThatFailAndSomeThatDoNot() {
        assertThat(LongStream.range(0, 100)
                        .mapToObj(seed -> RandomGraphs.failing(seed, 8).fails()))
                .contains(true, false);
    }

    @Test
    void check_schedulerRunsEachCallOnce_passes() {
        assertThatCode(() -> withTasks().check(Schedulers.sync(), OPTIONS)).doesNotThrowAnyException();
    }

    @Test
    void check_schedulerRunsCallsTwice_failsAndNamesTheSeed() {
        RandomGraph graph = withTasks();
        assertThatThrownBy(() -> graph.check(new Twice(), OPTIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("calls of each task")
                .hasMessageContaining("-Dbide.seed=" + graph.seed());
    }

    @Test
    void check_tasksRanAfterTheRunBefore_fails() {
        RandomGraph graph = withTasks();
        graph.check(Schedulers.sync(), OPTIONS);
        graph.root().compute(Schedulers.sync());
        assertThatThrownBy(() -> graph.check(Schedulers.sync(), OPTIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("after compute() had returned");
    }
}
