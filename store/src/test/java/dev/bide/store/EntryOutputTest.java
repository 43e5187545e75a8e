package dev.bide.store;

import static dev.bide.store.Samples.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class EntryOutputTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void write_anyPieces_reachTheFileInOrder() throws IOException {
        Random random = new Random(5);
        byte[] whole = payload(5, 50_000);
        EntryOutput out = new EntryOutput(Channels.newChannel(written), Long.MAX_VALUE, 100);
        for (int start = 0; start < whole.length; ) {
            int length = Math.min(random.nextInt(250), whole.length - start);
            out.write(whole, start, length);
            start += length;
        }
        out.flush();
        CRC32C crc = new CRC32C();
        crc.update(whole);
        assertThat(written.toByteArray()).isEqualTo(whole);
        assertThat(out.count()).isEqualTo(whole.length);
        assertThat(out.crc().getValue()).isEqualTo(crc.getValue());
    }

    @Test
    void write_beyondTheMost_isOnlyCounted() throws IOException {
        EntryOutput out = new EntryOutput(Channels.newChannel(written), 1000, 100);
        for (int i = 0; i < 100; i++) {
            out.write(payload(i, 100));
        }
        out.flush();
        assertThat(out.count()).isEqualTo(10_000);
        assertThat(written.size()).isLessThanOrEqualTo(1000);
    }

    @Test
    void write_diskIsFull_isTheDisksFailure() {
        IOException full = new IOException("No space left on device");
        EntryOutput out = new EntryOutput(new Full(full), Long.MAX_VALUE, 100);
        assertThatThrownBy(() -> out.write(payload(1, 1000))).isSameAs(full);
        assertThat(out.failure()).isSameAs(full);
    }

    @Test
    void unwritten_diskIsFull_saysWhatToDo() {
        Path store = Path.of("/data/store");
        for (IOException full : new IOException[] {
            new IOException("No space left on device"),
            new FileSystemException("x", null, "Disk quota exceeded"),
            new IOException("There is not enough space on the disk")
        }) {
            assertThat(new Complaints(store).unwritten("load", full))
                    .hasCause(full)
                    .hasMessageStartingWith("the store " + store + " could not keep the result of task load: ")
                    .hasMessageContainingAll("Make room there", "bide store gc --most 1G " + store);
        }
    }

    private record Full(IOException failure) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            throw failure;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
