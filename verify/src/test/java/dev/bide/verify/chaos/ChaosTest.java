package dev.bide.verify.chaos;

import dev.bide.Schedulers;
import dev.bide.graph.Limit;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.RandomGraphs;
import dev.bide.testkit.WatchedScheduler;
import dev.bide.verify.scale.CallWeb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random graphs whose tasks fail, hang, wait, fall back, interrupt, nest and grow, in runs that are cancelled, late or go on:
 * whatever comes of it is true, nothing runs twice, and nothing is left behind.
 */
class ChaosTest {
    private static final long FIRST = 7_000_000;
    private static final int LARGEST = 3_000;
    private static final Duration HANGS = Duration.ofSeconds(50);
    private static final List<Scheduler> SCHEDULERS = new ArrayList<>();
    private static final List<ExecutorService> POOLS = List.of(Executors.newFixedThreadPool(3), new ForkJoinPool(3));

    @BeforeAll
    static void open() {
        SCHEDULERS.add(Schedulers.sync());
        IntStream.rangeClosed(1, 4).forEach(n -> SCHEDULERS.add(Schedulers.threads(n)));
        POOLS.forEach(pool -> SCHEDULERS.add(Schedulers.on(pool)));
        if (Runtime.version().feature() >= 21) {
            SCHEDULERS.add(Schedulers.virtualThreads());
        }
    }

    @AfterAll
    static void close() throws InterruptedException {
        SCHEDULERS.forEach(Scheduler::close);
        for (ExecutorService pool : POOLS) {
            pool.shutdown();
            if (!pool.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new AssertionError(pool + " still works for a run that is over");
            }
        }
    }

    @Test
    void compute_chaos_everyRunTellsTheTruth() {
        long wanted = Long.getLong("bide.chaos", 100_000);
        Long only = Long.getLong(RandomGraphs.SEED);
        long done = 0;
        for (long seed = FIRST; done < wanted; seed++) {
            done += check(only == null ? seed : only);
        }
    }

    /** One to three graphs at the same time on one scheduler, with one limit; gives how many calls that were. */
    private static long check(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Scheduler scheduler = SCHEDULERS.get(random.nextInt(SCHEDULERS.size()));
        WatchedScheduler watched = new WatchedScheduler(scheduler);
        Limit limit = Limit.of("chaos", 1 + random.nextInt(3));
        AtomicInteger inside = new AtomicInteger();
        try {
            List<ChaosRun> runs = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                double calm = random.nextDouble();
                double doom = random.nextBoolean() ? 0 : random.nextDouble() * 0.02;
                CallWeb web = CallWeb.draw(random, LARGEST);
                runs.add(ChaosRun.start(new ChaosGraph(web, random, calm, doom, limit, inside), random, watched));
            }
            for (ChaosRun run : runs) {
                run.check(HANGS);
            }
            watched.check();
            if (limit.taken() != 0 || limit.waiting() != 0) {
                throw new AssertionError(
                        limit + " is left with " + limit.taken() + " taken, " + limit.waiting() + " waiting");
            }
            return runs.stream().mapToLong(ChaosRun::size).sum();
        } catch (Exception | AssertionError wrong) {
            throw new AssertionError(
                    "seed " + seed + " on " + scheduler + ": " + wrong.getMessage()
                            + "\n  replay, again and again, with -D" + RandomGraphs.SEED + "=" + seed,
                    wrong);
        } finally {
            Thread.interrupted();
        }
    }
}
