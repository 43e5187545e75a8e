package dev.bide.verify.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Schedulers;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.RandomGraph;
import dev.bide.testkit.RandomGraphs;
import dev.bide.testkit.WatchedScheduler;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random graphs whose results are all out of memory whenever no call needs them; every second one heard by the invariants. */
class SpillingRandomGraphsTest {
    private static final long FIRST = 5_000_000;
    private static final RunOptions STOP = RunOptions.defaults();

    private static List<SpillingScheduler> schedulers;

    @BeforeAll
    static void open() {
        schedulers = List.of(
                new SpillingScheduler(Schedulers.sync()),
                new SpillingScheduler(Schedulers.threads(2)),
                new SpillingScheduler(Schedulers.threads(8)));
    }

    @AfterAll
    static void close() {
        schedulers.forEach(SpillingScheduler::close);
    }

    private static LongStream seeds(long from, long count) {
        return RandomGraphs.seeds(FIRST + from, count);
    }

    private static void check(RandomGraph graph, RunOptions options) {
        for (Scheduler scheduler : schedulers) {
            WatchedScheduler watched = new WatchedScheduler(scheduler);
            graph.check(graph.seed() % 2 == 0 ? watched : scheduler, options);
            watched.check();
        }
    }

    @Test
    void compute_randomGraphs_giveTheSame() {
        seeds(0, 1_500).forEach(seed -> check(RandomGraphs.of(seed), STOP));
        schedulers.forEach(scheduler -> assertThat(scheduler.put()).isGreaterThan(1_000));
    }

    @Test
    void compute_randomGraphsThatFail_stopAtTheFirstFailure() {
        seeds(10_000, 500).forEach(seed -> check(RandomGraphs.failing(seed, 8), STOP));
    }

    @Test
    void compute_randomGraphsThatFailAndKeepGoing_runAllElse() {
        seeds(20_000, 500).forEach(seed -> check(RandomGraphs.failing(seed, 8), STOP.keepGoing()));
    }
}
