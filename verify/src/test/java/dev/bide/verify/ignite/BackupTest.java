package dev.bide.verify.ignite;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.remote.BrainOptions;
import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.Run;
import dev.bide.schedule.Scheduler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A result that took long to make is on two workers, and outlives one of them. Tasks tell of themselves by files. */
class BackupTest {
    private static final Duration LONG = Duration.ofMillis(100);
    private static Cluster cluster;

    @TempDir
    Path folder;

    @BeforeAll
    static void startCluster() {
        cluster = Cluster.start(2);
    }

    @AfterAll
    static void endCluster() {
        cluster.close();
    }

    //   costly --> waits
    private static Delayed<Long> graph(File folder) {
        return task(() -> costly(folder)).named("costly").call().then(worker -> waits(folder, worker));
    }

    private static Long costly(File folder) throws IOException {
        long here = ProcessHandle.current().pid();
        File.createTempFile("costly-" + here + "-", "", folder);
        spin(System.nanoTime() + 3 * LONG.toNanos(), folder);
        return here;
    }

    private static Long waits(File folder, Long worker) throws IOException {
        File.createTempFile("waits-", "", folder);
        spin(System.nanoTime() + Duration.ofSeconds(30).toNanos(), new File(folder, "go"));
        return worker;
    }

    /** Until a time, or until something is there that is no folder. */
    private static void spin(long nanos, File file) {
        while (System.nanoTime() - nanos < 0 && !file.isFile()) {
            Thread.onSpinWait();
        }
    }

    private List<String> files(String prefix) {
        return Arrays.stream(Objects.requireNonNull(folder.toFile().list()))
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    private static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as(what).isNegative();
            Thread.onSpinWait();
        }
    }

    /** Gives how often the costly task was called, if the worker that made its result is killed after it. */
    private int callsIfKilled(BrainOptions brain, int copies) throws IOException {
        cluster.ensure(2);
        try (Scheduler scheduler = cluster.scheduler(RemoteOptions.defaults().brain(brain))) {
            RemoteScheduler remote = (RemoteScheduler) scheduler;
            Run<Long> run = graph(folder.toFile()).start(scheduler);
            await("the dependent runs", () -> files("waits-").size() == 1);
            await("its result is kept " + copies + " times", () -> copies(remote.story("costly")) == copies);
            long worker = Long.parseLong(files("costly-").get(0).split("-")[1]);
            cluster.kill(worker);
            Files.createFile(folder.resolve("go"));
            assertThat(run.get()).isPositive();
        }
        return files("costly-").size();
    }

    private static int copies(String story) {
        return story.split("kept by worker", -1).length - 1;
    }

    @Test
    void backupFrom_workerWithACostlyResultIsKilled_itIsNotComputedAgain() throws IOException {
        assertThat(callsIfKilled(BrainOptions.defaults().backupFrom(LONG), 2)).isOne();
    }

    @Test
    @EnabledIfSystemProperty(named = "bide.contracts", matches = "all")
    void backupFrom_neverAndTheWorkerIsKilled_itIsComputedAgain() throws IOException {
        assertThat(callsIfKilled(BrainOptions.defaults(), 1)).isEqualTo(2);
    }
}
