package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the file of an entry, it is read as it was written or not at all, and the store goes on. */
class EntryFuzzTest {
    private static final ContentKey KEY = new ContentKey("0123456789abcdef".repeat(4));

    @TempDir
    static Path folder;

    @FuzzTest
    void read_damagedFile_isThePayloadOrNothing(FuzzedDataProvider data) throws IOException {
        Shelf shelf = Shelf.at(folder, Shelf.NO_BOUND);
        byte[] payload = data.consumeBytes(data.consumeInt(0, 300));
        shelf.write(KEY, data.consumeString(20), Duration.ofNanos(data.consumeLong()), payload);
        Path file = new Layout(folder).file(KEY);
        Files.write(file, damaged(Files.readAllBytes(file), data));

        shelf.has(KEY);
        assertThat(Inventory.of(folder).entries().map(Entry::toString)).doesNotContainNull();
        byte[] read = shelf.read(KEY);
        if (read != null) {
            assertThat(read).isEqualTo(payload);
        }
        Inventory.of(folder).verify();
        shelf.write(KEY, "again", Duration.ZERO, payload);
        assertThat(shelf.read(KEY)).isEqualTo(payload);
    }

    /** Some bytes changed, and perhaps cut, made longer or replaced by others. */
    private static byte[] damaged(byte[] whole, FuzzedDataProvider data) {
        byte[] bytes = whole.clone();
        for (int i = data.consumeInt(0, 6); i > 0; i--) {
            bytes[data.consumeInt(0, bytes.length - 1)] = data.consumeByte();
        }
        return switch (data.consumeInt(0, 5)) {
            case 0 -> Arrays.copyOf(bytes, data.consumeInt(0, bytes.length + 50));
            case 1 -> data.consumeRemainingAsBytes();
            default -> bytes;
        };
    }
}
