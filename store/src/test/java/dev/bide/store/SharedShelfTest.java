package dev.bide.store;

import static dev.bide.store.Samples.anyPayload;
import static dev.bide.store.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes read, write and evict the same entries at the same time. */
class SharedShelfTest {
    private static final int KEYS = 60;
    private static final int STEPS = 800;
    private static final int LARGEST = 30_000;

    @TempDir
    private Path folder;

    /** Reads and writes at random, in two threads; its exit code is 1 if it has read anything wrong. */
    static final class Worker {
        private Worker() {}

        public static void main(String... arguments) throws Exception {
            Path place = Path.of(arguments[0]);
            long most = Long.parseLong(arguments[1]);
            long seed = Long.parseLong(arguments[2]);
            Thread second = new Thread(() -> work(place, most, ~seed));
            second.setUncaughtExceptionHandler((thread, thrown) -> {
                thrown.printStackTrace();
                Runtime.getRuntime().halt(1);
            });
            second.start();
            work(place, most, seed);
            second.join();
        }
    }

    static void work(Path place, long most, long seed) {
        try {
            Shelf shelf = Shelf.at(place, most);
            Random random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                int number = random.nextInt(KEYS);
                byte[] expected = anyPayload(number, LARGEST);
                byte[] read = shelf.read(key(number));
                if (read == null) {
                    shelf.write(key(number), "task-" + number, Duration.ofMillis(number), expected);
                } else if (!Arrays.equals(read, expected)) {
                    throw new IllegalStateException("wrong: entry " + number + ", seed " + seed);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void shelf_ofTwoProcessesAndThis_givesNothingWrong() throws Exception {
        share(Shelf.NO_BOUND);
        Verified verified = Inventory.of(folder).verify();
        assertThat(verified.whole()).isEqualTo(KEYS);
        assertThat(verified.damaged()).isEmpty();
    }

    @Test
    void shelf_withABound_evictsAndGivesNothingWrong() throws Exception {
        share(20 * LARGEST / 2);
        Collected collected = Inventory.of(folder).collect(20 * LARGEST / 2);
        assertThat(collected.damaged()).isEmpty();
        assertThat(collected.drafts()).isZero();
        assertThat(Inventory.of(folder).verify().whole()).isBetween(5L, KEYS - 1L);
    }

    private void share(long most) throws Exception {
        try (Logged logged = new Logged();
                ForkedJvm one = ForkedJvm.start(Worker.class, folder, most, 1);
                ForkedJvm other = ForkedJvm.start(Worker.class, folder, most, 2)) {
            work(folder, most, 3);
            assertThat(one.end()).isZero();
            assertThat(other.end()).isZero();
            assertThat(logged.messages()).isEmpty();
        }
    }
}
