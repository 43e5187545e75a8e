package dev.bide.store;

import static dev.bide.store.Samples.key;
import static dev.bide.store.Samples.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.NotSerializableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
    private static final Duration COST = Duration.ofMillis(1234);

    @TempDir
    private Path folder;

    @Test
    void read_ofWhatWasWritten_givesItBack() throws IOException {
        Shelf shelf = shelf();
        for (int length : new int[] {0, 1, 100, 16 * 1024 + 1, EntryFile.SLICE, 3 * EntryFile.SLICE + 7}) {
            shelf.write(key(length), "task", COST, payload(length, length));
        }
        Shelf other = shelf();
        for (int length : new int[] {0, 1, 100, 16 * 1024 + 1, EntryFile.SLICE, 3 * EntryFile.SLICE + 7}) {
            assertThat(other.has(key(length))).isTrue();
            assertThat(other.read(key(length))).isEqualTo(payload(length, length));
        }
    }

    @Test
    void read_ofWhatWasNeverWritten_givesNull() throws IOException {
        assertThat(shelf().has(key(1))).isFalse();
        assertThat(shelf().read(key(1))).isNull();
    }

    @Test
    void write_ofTheSameKeyAgain_givesTheLast() throws IOException {
        Shelf shelf = shelf();
        shelf.write(key(1), "task", COST, payload(1, 5000));
        shelf.write(key(1), "task", COST, payload(2, 50));
        assertThat(shelf.read(key(1))).isEqualTo(payload(2, 50));
        assertThat(files()).containsExactlyInAnyOrder("bide-store", fileOf(1));
    }

    @Test
    void read_whileItIsWrittenAgain_givesTheOldOne() throws IOException {
        Shelf shelf = shelf();
        shelf.write(key(2), "task", COST, out -> {
            out.write(payload(2, 100_000));
            out.flush();
            assertThat(shelf().has(key(2))).as("not yet whole").isFalse();
        });
        shelf.write(key(2), "task", COST, out -> {
            out.write(payload(3, 100_000));
            out.flush();
            assertThat(shelf().read(key(2))).isEqualTo(payload(2, 100_000));
        });
        assertThat(shelf.read(key(2))).isEqualTo(payload(3, 100_000));
    }

    @Test
    void write_contentInPieces_isReadAsOne() throws IOException {
        byte[] whole = payload(1, 600_000);
        shelf().write(key(1), "task", COST, out -> {
            out.write(whole, 0, 10);
            out.write(whole[10]);
            out.write(whole, 11, 40_000);
            out.flush();
            out.write(whole, 40_011, whole.length - 40_011);
        });
        assertThat(shelf().read(key(1))).isEqualTo(whole);
    }

    @Test
    void entries_afterWrites_tellWhatWasWritten() throws IOException {
        Instant before = Instant.now().minusMillis(1);
        Shelf shelf = shelf();
        shelf.write(key(1), "load\n\"é\"", COST, payload(1, 1000));
        shelf.read(key(1));
        shelf.read(key(1));

        Entry entry = onlyEntry();
        assertThat(entry.key()).isEqualTo(key(1));
        assertThat(entry.task()).isEqualTo("load\n\"é\"");
        assertThat(entry.cost()).isEqualTo(COST);
        assertThat(entry.uses()).isEqualTo(2);
        assertThat(entry.bytes())
                .isEqualTo(Files.size(folder.resolve(fileOf(1))))
                .isBetween(1000L, 1200L);
        assertThat(entry.written()).isBetween(before, Instant.now());
    }

    @Test
    void write_nameOfTenMegabytes_isShortened() throws IOException {
        shelf().write(key(1), "𝔛/..".repeat(2_500_000), Duration.ofSeconds(Long.MAX_VALUE), payload(1, 10));
        assertThat(onlyEntry().task()).startsWith("𝔛/..").endsWith("…").hasSizeLessThanOrEqualTo(128);
        assertThat(onlyEntry().cost()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
        assertThat(shelf().read(key(1))).isEqualTo(payload(1, 10));
    }

    @Test
    void write_nameWithHalfACharacter_isReadAllTheSame() throws IOException {
        shelf().write(key(1), "half \ud83d", Duration.ofNanos(-1), payload(1, 10));
        assertThat(shelf().read(key(1))).isEqualTo(payload(1, 10));
        assertThat(onlyEntry().cost()).isZero();
    }

    @Test
    void write_contentThrows_leavesNothingAndPassesItOn() throws IOException {
        Shelf shelf = shelf();
        IOException thrown = new NotSerializableException("Socket");
        assertThatThrownBy(() -> shelf.write(key(1), "task", COST, out -> {
                    out.write(payload(1, 100_000));
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThatThrownBy(() -> shelf.write(key(1), "task", COST, out -> {
                    out.write(payload(1, 100_000));
                    throw new IllegalStateException("user code");
                }))
                .hasMessage("user code");
        assertThat(files()).containsExactly("bide-store");
    }

    @Test
    void write_fileInTheWayOfAFolder_saysWhatToDo() throws IOException {
        Shelf shelf = shelf();
        Files.writeString(folder.resolve(key(1).hex().substring(0, 2)), "in the way");
        try (Logged logged = new Logged()) {
            assertThatThrownBy(() -> shelf.write(key(1), "a\ntask", COST, payload(1, 10)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(
                            folder.toString(),
                            "result of task a?task",
                            "file in the way",
                            "See that this user may write");
            assertThat(shelf.read(key(1))).isNull();
            assertThat(logged.messages())
                    .singleElement()
                    .asString()
                    .contains(folder.toString(), key(1).hex(), "computed again", "See that this user may read");
        }
    }

    @Test
    void write_directoryDeletedMeanwhile_saysSo() throws IOException {
        Shelf shelf = shelf();
        Files.delete(folder.resolve("bide-store"));
        Files.delete(folder);
        assertThatThrownBy(() -> shelf.write(key(1), "task", COST, payload(1, 10)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(folder.toString(), "The directory is gone");
        assertThat(folder).as("made without its marker").doesNotExist();
        Files.createDirectory(folder);
    }

    @Test
    void shelf_threadIsInterrupted_worksAndKeepsTheInterrupt() throws IOException {
        Shelf shelf = shelf();
        AtomicInteger tries = new AtomicInteger();
        Thread.currentThread().interrupt();
        shelf.write(key(1), "task", COST, payload(1, 100));
        byte[] read = shelf.read(key(1));
        shelf.write(key(2), "task", COST, out -> {
            if (tries.getAndIncrement() == 0) {
                Thread.currentThread().interrupt();
            }
            out.write(payload(2, 100_000));
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(read).isEqualTo(payload(1, 100));
        assertThat(tries).hasValue(2);
        assertThat(shelf.read(key(2))).isEqualTo(payload(2, 100_000));
        assertThat(files()).containsExactlyInAnyOrder("bide-store", fileOf(1), fileOf(2));
    }

    @Test
    void write_contentInterruptsItselfEachTime_givesUp() throws IOException {
        assertThatThrownBy(() -> shelf().write(key(1), "task", COST, out -> {
                    Thread.currentThread().interrupt();
                    out.write(payload(2, 100_000));
                }))
                .isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(files()).containsExactly("bide-store");
    }

    @Test
    void write_onPosix_isForTheOwnerAlone() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path deep = folder.resolve("new/store");
        Shelf.at(deep, Shelf.NO_BOUND).write(key(1), "task", COST, payload(1, 10));
        Path entry = deep.resolve(fileOf(1));
        assertThat(permissions(deep)).isEqualTo("rwx------");
        assertThat(permissions(entry.getParent())).isEqualTo("rwx------");
        assertThat(permissions(entry)).isEqualTo("rw-------");
        assertThat(permissions(deep.resolve("bide-store"))).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private Shelf shelf() {
        return Shelf.at(folder, Shelf.NO_BOUND);
    }

    private Entry onlyEntry() {
        List<Entry> entries = Inventory.of(folder).entries().toList();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static String fileOf(long number) {
        String hex = key(number).hex();
        return hex.substring(0, 2) + "/" + hex;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
