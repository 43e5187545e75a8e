package dev.bide.verify.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.RandomGraphs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Worker JVMs are killed and stopped during runs: results are those of {@code sync}, nothing is lost or doubled.
 *
 * <p>{@code -Dbide.losses=100} says how often.
 */
class WorkerLossTest {
    private static final int WORKERS = 3;
    private static final int TASKS = 4_000;
    private static final int LOSSES = Integer.getInteger("bide.losses", 1);

    private static Cluster cluster;

    @BeforeAll
    static void startCluster() {
        cluster = Cluster.start(WORKERS);
    }

    @AfterAll
    static void endCluster() {
        cluster.close();
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void compute_oneOfThreeWorkersKilledHalfWay_isDoneSoonAndRight() {
        cluster.ensure(WORKERS);
        Delayed<Long> web = Web.of(20_000, 1);
        long expected = web.compute(Schedulers.sync());
        try (Scheduler scheduler = cluster.scheduler()) {
            assertThat(Web.of(TASKS, 2).compute(scheduler))
                    .isEqualTo(Web.of(TASKS, 2).compute(Schedulers.sync()));
            At half = new At(10_000, () -> cluster.kill(0));
            long begun = System.nanoTime();
            assertThat(web.compute(scheduler, RunOptions.defaults().listener(half)))
                    .isEqualTo(expected);
            long end = System.nanoTime();
            Duration after = Duration.ofNanos(end - half.nanos());
            System.out.println("one of three workers killed half-way: done " + after.toMillis() + " ms later, "
                    + Duration.ofNanos(end - begun).toMillis() + " ms in all");
            assertThat(after).isLessThan(Duration.ofSeconds(6)); // twice what is promised of an idle machine
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @EnabledIfSystemProperty(named = "bide.contracts", matches = "all")
    void compute_workersKilledAgainAndAgain_giveWhatSyncGives() {
        SplittableRandom random = new SplittableRandom(7);
        try (Scheduler scheduler = cluster.scheduler()) {
            for (int i = 0; i < LOSSES; i++) {
                cluster.ensure(2);
                Delayed<Long> web = Web.of(TASKS, i);
                int worker = random.nextInt(2);
                At some = new At(random.nextInt(1, TASKS), () -> cluster.kill(worker));
                assertThat(web.compute(scheduler, RunOptions.defaults().listener(some)))
                        .isEqualTo(web.compute(Schedulers.sync()));
                some.nanos();
                randomGraphs(scheduler, i);
            }
        }
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void compute_workersStoppedAgainAndAgain_giveWhatSyncGives() {
        SplittableRandom random = new SplittableRandom(8);
        try (Scheduler scheduler = cluster.scheduler()) {
            for (int i = 0; i < LOSSES; i++) {
                cluster.ensure(2);
                Delayed<Long> web = Web.of(TASKS, -i);
                ProcessHandle worker = cluster.processes().get(random.nextInt(2));
                At some = new At(random.nextInt(1, TASKS), () -> signal("STOP", worker));
                long begun = System.nanoTime();
                assertThat(web.compute(scheduler, RunOptions.defaults().listener(some)))
                        .isEqualTo(web.compute(Schedulers.sync()));
                some.nanos();
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
                signal("CONT", worker);
                randomGraphs(scheduler, i);
            }
        }
    }

    /** While the cluster sorts itself out again. */
    private static void randomGraphs(Scheduler scheduler, int round) {
        RandomGraphs.seeds(7_000_000 + round * 20L, 20)
                .forEach(seed -> RandomGraphs.of(seed).checkAtLeastOnce(scheduler, RunOptions.defaults()));
    }
}
