package dev.bide.store;

import static dev.bide.store.Samples.key;
import static dev.bide.store.Samples.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
    @TempDir
    private Path folder;

    private Layout layout;

    @BeforeEach
    void writeTen() throws IOException {
        layout = new Layout(folder);
        Shelf shelf = Shelf.at(folder, Shelf.NO_BOUND);
        for (int i = 0; i < 10; i++) {
            shelf.write(key(i), "task-" + i, Duration.ofSeconds(i + 1), payload(i, 1000));
        }
    }

    @Test
    void entries_ofAStore_areAllThere() {
        assertThat(Inventory.of(folder).entries())
                .extracting(Entry::task)
                .containsExactlyInAnyOrder(
                        "task-0", "task-1", "task-2", "task-3", "task-4", "task-5", "task-6", "task-7", "task-8",
                        "task-9");
    }

    @Test
    void verify_damagedPayload_isFoundAndRemoved() throws IOException {
        byte[] bytes = Files.readAllBytes(layout.file(key(3)));
        bytes[500]++;
        Files.write(layout.file(key(3)), bytes);

        Verified verified = Inventory.of(folder).verify();
        assertThat(verified.damaged())
                .containsExactly(new DamagedFile(layout.file(key(3)), "its checksum differs", true));
        assertThat(verified.whole()).isEqualTo(9);
        assertThat(verified.bytes()).isEqualTo(9L * bytes.length);
        assertThat(layout.file(key(3))).doesNotExist();
        assertThat(Inventory.of(folder).verify()).isEqualTo(new Verified(9, 9L * bytes.length, List.of()));
    }

    @Test
    void collect_withoutABound_removesOnlyWhatIsOfNoUse() throws IOException {
        Files.writeString(layout.file(key(0)), "torn");
        Files.writeString(layout.folder(key(1)).resolve("draft-1-2-3"), "half of an entr");
        Path foreign = Files.writeString(layout.folder(key(1)).resolve("notes.txt"), "mine");

        Collected collected = Inventory.of(folder).collect();
        assertThat(collected.evicted()).isEmpty();
        assertThat(collected.damaged()).extracting(DamagedFile::file).containsExactly(layout.file(key(0)));
        assertThat(collected.drafts()).isEqualTo(1);
        assertThat(collected.entries()).isEqualTo(9);
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void collect_withABound_evictsWhatIsWorthLeast() {
        long each = Inventory.of(folder).entries().findFirst().orElseThrow().bytes();
        Collected collected = Inventory.of(folder).collect(4 * each + 1);
        assertThat(collected.evicted())
                .extracting(Entry::task)
                .containsExactly("task-0", "task-1", "task-2", "task-3", "task-4", "task-5");
        assertThat(collected.entries()).isEqualTo(4);
        assertThat(collected.bytes()).isEqualTo(4 * each);
        assertThat(Inventory.of(folder).collect(0).evicted()).hasSize(4);
        assertThat(Inventory.of(folder).entries()).isEmpty();
    }

    @Test
    void collect_negativeBound_isRefused() {
        assertThatThrownBy(() -> Inventory.of(folder).collect(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("-1 bytes", "from 0");
    }
}
