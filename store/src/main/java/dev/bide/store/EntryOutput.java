package dev.bide.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Where a payload is written to: counts and sums up its bytes. What is beyond the most that will be kept is only
 * counted, so that a result which is too large does not fill the disk first.
 */
final class EntryOutput extends OutputStream {
    private final WritableByteChannel file;
    private final long most;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer buffer;
    private long count;
    private @Nullable IOException failure;

    EntryOutput(WritableByteChannel file, long most) {
        this(file, most, 16 * 1024);
    }

    EntryOutput(WritableByteChannel file, long most, int bufferSize) {
        this.file = file;
        this.most = most;
        buffer = ByteBuffer.allocate(bufferSize);
    }

    long count() {
        return count;
    }

    CRC32C crc() {
        return crc;
    }

    /** What the file threw, if it did: the disk's failure, not that of the one who writes. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        crc.update(bytes, offset, length);
        count += length;
        if (count > most) {
            return;
        }
        if (length > buffer.remaining()) {
            flush();
        }
        if (length <= buffer.remaining()) {
            buffer.put(bytes, offset, length);
            return;
        }
        for (int start = 0; start < length; start += EntryFile.SLICE) {
            drain(ByteBuffer.wrap(bytes, offset + start, Math.min(EntryFile.SLICE, length - start)));
        }
    }

    @Override
    public void flush() throws IOException {
        drain(buffer.flip());
        buffer.clear();
    }

    private void drain(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }
}
