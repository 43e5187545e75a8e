package dev.bide.store;

import static dev.bide.store.Samples.anyPayload;
import static dev.bide.store.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it writes, again and again: nothing that it said was stored is lost or wrong. */
class KilledWriterTest {
    private static final int ROUNDS = 8;
    private static final int LARGEST = 1_000_000;
    private static final long SEED = 5;

    @TempDir
    private Path folder;

    /** Writes entries in three threads, and says which are stored, until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String... arguments) {
            Shelf shelf = Shelf.at(Path.of(arguments[0]), Shelf.NO_BOUND);
            long first = Long.parseLong(arguments[1]);
            for (int i = 0; i < 3; i++) {
                long begin = first + i;
                new Thread(() -> write(shelf, begin)).start();
            }
        }

        private static void write(Shelf shelf, long first) {
            try {
                for (long number = first; ; number += 3) {
                    shelf.write(key(number), "task-" + number, Duration.ofMillis(5), anyPayload(number, LARGEST));
                    shelf.read(key(first));
                    System.out.println(number);
                }
            } catch (IOException failed) {
                System.out.println("failed: " + failed);
            }
        }
    }

    @Test
    void write_killedAtAnyMoment_losesNothingThatWasStored() throws Exception {
        Random random = new Random(SEED);
        List<Long> stored = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (ForkedJvm writer = ForkedJvm.start(Writer.class, folder, round * 1_000_000L)) {
                for (int lines = random.nextInt(30); lines >= 0; lines--) {
                    stored.add(Long.valueOf(writer.line()));
                }
                writer.kill().forEach(line -> stored.add(Long.valueOf(line)));
            }
            check(stored, "round " + round + ", seed " + SEED);
        }
        assertThat(Inventory.of(folder).verify().damaged()).isEmpty();
    }

    private void check(List<Long> stored, String when) throws IOException {
        try (Logged logged = new Logged()) {
            Shelf shelf = Shelf.at(folder, Shelf.NO_BOUND);
            for (long number : stored) {
                assertThat(shelf.has(key(number)))
                        .as("%s, entry %d", when, number)
                        .isTrue();
                assertThat(shelf.read(key(number))).isEqualTo(anyPayload(number, LARGEST));
            }
            assertThat(Inventory.of(folder).entries()).as(when).allSatisfy(entry -> {
                long number = Long.parseLong(entry.task().substring("task-".length()));
                assertThat(entry.key()).isEqualTo(key(number));
                assertThat(shelf.read(entry.key())).isEqualTo(anyPayload(number, LARGEST));
            });
            assertThat(logged.messages()).as(when).isEmpty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Layout::name).filter(Draft::isDraft)).as(when).isEmpty();
        }
    }
}
