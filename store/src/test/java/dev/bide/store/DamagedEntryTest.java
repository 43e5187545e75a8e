package dev.bide.store;

import static dev.bide.store.Samples.key;
import static dev.bide.store.Samples.payload;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a file, nothing wrong is ever read from it. */
class DamagedEntryTest {
    private static final long SEED = 5;
    private static final byte[] PAYLOAD = payload(1, 60);

    @TempDir
    private Path folder;

    private Shelf shelf;
    private Path file;
    private byte[] whole;

    @BeforeEach
    void writeOne() throws IOException {
        shelf = Shelf.at(folder, Shelf.NO_BOUND);
        shelf.write(key(1), "task", Duration.ofSeconds(1), PAYLOAD);
        file = new Layout(folder).file(key(1));
        whole = Files.readAllBytes(file);
    }

    @Test
    void read_eachByteChanged_givesTheRightPayloadOrNone() throws IOException {
        Random random = new Random(SEED);
        try (Logged logged = new Logged()) {
            for (int i = 0; i < whole.length; i++) {
                byte[] changed = whole.clone();
                changed[i] ^= (byte) (1 + random.nextInt(255));
                check(changed, i >= Header.USES && i < Header.CRC, "byte " + i + ", seed " + SEED);
            }
            assertThat(logged.messages()).isNotEmpty();
        }
    }

    @Test
    void read_eachTruncation_givesNone() throws IOException {
        try (Logged logged = new Logged()) {
            for (int length = 0; length < whole.length; length++) {
                check(Arrays.copyOf(whole, length), false, "cut to " + length);
            }
            check(Arrays.copyOf(whole, whole.length + 1), false, "one byte more");
            check(new byte[whole.length], false, "all zero");
            assertThat(logged.messages()).isNotEmpty();
        }
    }

    @Test
    void read_randomDamage_givesTheRightPayloadOrNone() throws IOException {
        Random random = new Random(SEED);
        try (Logged logged = new Logged()) {
            for (int i = 0; i < 2000; i++) {
                byte[] changed = Arrays.copyOf(whole, random.nextInt(2 * whole.length));
                for (int changes = random.nextInt(4); changes > 0 && changed.length > 0; changes--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                Files.write(file, changed);
                byte[] read = shelf.read(key(1));
                assertThat(read == null || Arrays.equals(read, PAYLOAD))
                        .as("round %d, seed %d", i, SEED)
                        .isTrue();
            }
            assertThat(logged.messages()).isNotEmpty();
        }
    }

    private void check(byte[] bytes, boolean harmless, String what) throws IOException {
        Files.write(file, bytes);
        byte[] read = shelf.read(key(1));
        if (harmless) {
            assertThat(read).as(what).isEqualTo(PAYLOAD);
        } else {
            assertThat(read).as(what).isNull();
            assertThat(file).as(what).doesNotExist();
        }
    }

    @Test
    void read_damagedEntry_isNamedOnceAndCanBeWrittenAgain() throws IOException {
        whole[whole.length - 1]++;
        Files.write(file, whole);
        try (Logged logged = new Logged()) {
            assertThat(shelf.has(key(1))).as("the header is right").isTrue();
            assertThat(shelf.read(key(1))).isNull();
            assertThat(shelf.read(key(1))).isNull();
            assertThat(shelf.has(key(1))).isFalse();
            assertThat(logged.messages())
                    .singleElement()
                    .asString()
                    .contains(
                            folder.toString(), key(1).hex(), "its checksum differs", "It was removed", "computed again")
                    .contains("bide store verify " + folder);
        }
        shelf.write(key(1), "task", Duration.ofSeconds(1), PAYLOAD);
        assertThat(shelf.read(key(1))).isEqualTo(PAYLOAD);
    }

    @Test
    void has_tornEntry_isFalseAndTheFileGone() throws IOException {
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        try (Logged logged = new Logged()) {
            assertThat(shelf.has(key(1))).isFalse();
            assertThat(logged.messages()).singleElement().asString().contains("it is torn");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void read_entryOfAnotherKey_givesNone() throws IOException {
        shelf.write(key(2), "task", Duration.ofSeconds(1), payload(2, 60));
        Files.move(new Layout(folder).file(key(2)), file, StandardCopyOption.REPLACE_EXISTING);
        try (Logged logged = new Logged()) {
            assertThat(shelf.read(key(1))).isNull();
            assertThat(logged.messages()).singleElement().asString().contains("result of another key");
        }
    }

    @Test
    void read_otherFormat_givesNoneAndSaysWhich() throws IOException {
        whole[11] = 7;
        Files.write(file, whole);
        try (Logged logged = new Logged()) {
            assertThat(shelf.read(key(1))).isNull();
            assertThat(logged.messages()).singleElement().asString().contains("its format is 7, and this Bide reads 1");
        }
    }

    @Test
    void read_usesThatDoNotFit_countAsNone() throws IOException {
        whole[Header.USES + 3] = 99;
        Files.write(file, whole);
        assertThat(shelf.read(key(1))).isEqualTo(PAYLOAD);
        assertThat(Inventory.of(folder).entries())
                .singleElement()
                .extracting(Entry::uses)
                .isEqualTo(1L);
    }

    @Test
    void read_hundredDamagedEntries_areNotAllNamed() throws IOException {
        for (int i = 0; i < 100; i++) {
            shelf.write(key(i), "task", Duration.ofSeconds(1), PAYLOAD);
            Files.writeString(new Layout(folder).file(key(i)), "torn");
        }
        try (Logged logged = new Logged()) {
            for (int i = 0; i < 100; i++) {
                assertThat(shelf.read(key(i))).isNull();
            }
            assertThat(logged.messages()).hasSize(11).last().asString().contains("There is more of this kind");
        }
    }

    @Test
    void removal_wholeEntryMeanwhile_isPutBack() throws IOException {
        assertThat(Removal.damaged(new Layout(folder), key(1))).isTrue();
        assertThat(shelf.read(key(1))).isEqualTo(PAYLOAD);
        assertThat(Layout.drafts(file.getParent())).isEmpty();
    }
}
