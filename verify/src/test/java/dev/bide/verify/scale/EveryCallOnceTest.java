package dev.bide.verify.scale;

import dev.bide.Compiled;
import dev.bide.Schedulers;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.RandomGraphs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many calls that do next to nothing, in random graphs of all sizes: not one is lost, not one runs twice.
 */
class EveryCallOnceTest {
    private static final long FIRST = 2_000_000;
    private static final Duration HANGS = Duration.ofSeconds(50);

    private static final List<Scheduler> SCHEDULERS = new ArrayList<>();

    @BeforeAll
    static void open() {
        SCHEDULERS.add(Schedulers.sync());
        IntStream.rangeClosed(2, 8).forEach(n -> SCHEDULERS.add(Schedulers.threads(n)));
    }

    @AfterAll
    static void close() {
        SCHEDULERS.forEach(Scheduler::close);
    }

    @Test
    void compute_manyRandomGraphs_runsEveryCallOnce() {
        long wanted = Amount.calls();
        Long only = Long.getLong(RandomGraphs.SEED);
        long done = 0;
        for (long seed = FIRST; done < wanted; seed++) {
            done += check(only == null ? seed : only);
        }
    }

    /** Runs a few graphs at the same time on one scheduler; gives how many calls that were. */
    private static long check(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L); // seeds close together start alike otherwise
        Scheduler scheduler = SCHEDULERS.get(random.nextInt(SCHEDULERS.size()));
        try {
            List<CountedCalls> graphs = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(i -> new CountedCalls(CallWeb.draw(random)))
                    .toList();
            List<List<Run<Long>>> runs = graphs.stream()
                    .map(graph -> start(graph, random, scheduler))
                    .toList();
            long done = 0;
            for (int i = 0; i < runs.size(); i++) {
                for (Run<Long> run : runs.get(i)) {
                    graphs.get(i).checkResult(run.get(HANGS));
                }
                graphs.get(i).checkCounts(runs.get(i).size());
                done += (long) runs.get(i).size() * graphs.get(i).size();
            }
            return done;
        } catch (Exception | AssertionError wrong) {
            throw new AssertionError(
                    "seed " + seed + " on " + scheduler + ": " + wrong.getMessage()
                            + "\n  replay, again and again, with -D" + RandomGraphs.SEED + "=" + seed,
                    wrong);
        }
    }

    /** Most graphs run as they are, some compiled and twice at the same time, some come to be while they run. */
    private static List<Run<Long>> start(CountedCalls graph, Random random, Scheduler scheduler) {
        return switch (random.nextInt(16)) {
            case 0 -> List.of(graph.grownAfter(random.nextInt(graph.size())).start(scheduler));
            case 1, 2, 3 -> {
                Compiled<Long> compiled = graph.root().compile();
                yield List.of(
                        compiled.start(scheduler, RunOptions.defaults()),
                        compiled.start(scheduler, RunOptions.defaults()));
            }
            default -> List.of(graph.root().start(scheduler));
        };
    }
}
