package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed at any moment loses no more than the tasks that were running. */
class KillTest {
    private static final int WORKERS = 2;
    private static final long SEED = Long.getLong("bide.seed", 20_260_101);

    @TempDir
    private Path folder;

    @Test
    void kill_againAndAgain_losesOnlyWhatWasRunning() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        int kills = 0;
        while (!killedAfter(random.nextInt(30))) {
            kills++;
        }

        assertThat(folder.resolve("sum")).as("seed %s", SEED).hasContent("2646700");
        Path log = folder.resolve("computed");
        Map<String, Long> computed = Files.readAllLines(log).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long again = computed.values().stream().mapToLong(times -> times - 1).sum();
        assertThat(kills).as("kills, seed %s", SEED).isPositive();
        assertThat(computed).as("seed %s", SEED).hasSize(KilledProgram.TASKS);
        assertThat(again)
                .as("computed again after %s kills, seed %s", kills, SEED)
                .isLessThanOrEqualTo((long) kills * WORKERS);
    }

    /** Lets the program begin so many tasks more, then kills it; tells whether it came to its end before that. */
    private boolean killedAfter(int tasks) throws IOException, InterruptedException {
        long most = begun() + tasks;
        Process process = OtherJvm.start(
                List.of(),
                KilledProgram.class,
                Redirect.appendTo(folder.resolve("errors").toFile()),
                folder.toString());
        try {
            while (process.isAlive() && begun() < most) {
                process.waitFor(1, TimeUnit.MILLISECONDS);
            }
            boolean ended = most >= KilledProgram.TASKS && process.waitFor(30, TimeUnit.SECONDS);
            process.destroyForcibly();
            boolean complete = process.waitFor() == 0;
            assertThat(Files.readString(folder.resolve("errors"))).isEmpty();
            assertThat(complete || !ended).as("it ended with %s", process).isTrue();
            return complete;
        } finally {
            process.destroyForcibly();
        }
    }

    private long begun() throws IOException {
        Path log = folder.resolve("computed");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }
}
