package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.RandomGraph;
import dev.bide.testkit.RandomGraphs;
import dev.bide.testkit.WatchedScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * More than ten thousand random graphs, each on {@code sync()} and on one of the parallel schedulers in turn; every second
 * one heard by the invariants, the others on the paths without listeners.
 */
class RandomGraphsTest {
    private static final long FIRST = 1_000_000;
    private static final RunOptions STOP = RunOptions.defaults();
    private static final RunOptions KEEP_GOING = STOP.keepGoing();

    private static final List<ExecutorService> POOLS =
            List.of(Executors.newFixedThreadPool(1), Executors.newFixedThreadPool(3), new ForkJoinPool(2));
    private static final List<Scheduler> PARALLEL = new ArrayList<>();

    @BeforeAll
    static void open() {
        PARALLEL.add(Schedulers.threads(1));
        PARALLEL.add(Schedulers.threads(2));
        PARALLEL.add(Schedulers.threads(8));
        POOLS.forEach(pool -> PARALLEL.add(Schedulers.on(pool)));
        if (Runtime.version().feature() >= 21) {
            PARALLEL.add(Schedulers.virtualThreads());
        }
    }

    @AfterAll
    static void close() {
        PARALLEL.forEach(Scheduler::close);
        POOLS.forEach(ExecutorService::shutdownNow);
    }

    private static LongStream seeds(long from, long count) {
        return RandomGraphs.seeds(FIRST + from, count);
    }

    private static Scheduler parallel(long seed) {
        return PARALLEL.get((int) (seed % PARALLEL.size()));
    }

    private static void check(RandomGraph graph, RunOptions options) {
        boolean heard = graph.seed() % 2 == 0;
        for (Scheduler scheduler : List.of(Schedulers.sync(), parallel(graph.seed() / 2))) {
            WatchedScheduler watched = new WatchedScheduler(scheduler);
            graph.check(heard ? watched : scheduler, options);
            watched.check();
        }
    }

    @Test
    void compute_randomGraphs_giveTheSameOnEveryScheduler() {
        seeds(0, 6_000).forEach(seed -> check(RandomGraphs.of(seed), STOP));
    }

    @Test
    void compute_randomGraphsThatFail_stopAtTheFirstFailure() {
        seeds(10_000, 2_000).forEach(seed -> check(RandomGraphs.failing(seed, 8), STOP));
    }

    @Test
    void compute_randomGraphsThatFailAndKeepGoing_runAllElse() {
        seeds(20_000, 2_000).forEach(seed -> check(RandomGraphs.failing(seed, 8), KEEP_GOING));
    }

    //   the same nodes, planned and run by every scheduler at once, twice by each
    @Test
    void start_overlappingRunsOfOneGraph_giveEachRunItsResult() {
        List<Scheduler> twice = new ArrayList<>(PARALLEL);
        twice.addAll(PARALLEL);
        seeds(30_000, 1_000).forEach(seed -> RandomGraphs.of(seed).checkTogether(twice, STOP));
    }

    @Test
    void start_onAnExecutorDrivenByHand_givesTheSameInEveryOrder() {
        seeds(40_000, 1_000).forEach(seed -> {
            Scheduler driven = new DrivenScheduler(seed);
            RandomGraphs.of(seed).checkTogether(List.of(driven, driven, driven), STOP);
        });
    }

    @Test
    void compute_onAnExecutorThatRunsInTheCallersThread_givesTheSame() {
        Scheduler direct = Schedulers.on(new DirectExecutor());
        seeds(50_000, 500).forEach(seed -> RandomGraphs.of(seed).check(direct, STOP));
    }
}
