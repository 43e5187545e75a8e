package dev.bide.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** An entry's file, open to be read. Its header is whole; whether the payload is shows when it is read. */
final class EntryFile implements Closeable {
    /** No more is read or written at once: the channel copies all that it is given into memory outside the heap. */
    static final int SLICE = 256 * 1024;

    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final FileChannel file;
    private final Header.Found found;

    private EntryFile(FileChannel file, Header.Found found) {
        this.file = file;
        this.found = found;
    }

    static EntryFile open(Path path, ContentKey key) throws IOException, DamagedEntry {
        return of(FileChannel.open(path, StandardOpenOption.READ), key);
    }

    /** Opens it so that its use can be noted, where the file may be written. */
    static EntryFile openForUse(Path path, ContentKey key) throws IOException, DamagedEntry {
        try {
            return of(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE), key);
        } catch (NoSuchFileException missing) {
            throw missing;
        } catch (FileSystemException unwritable) {
            return open(path, key);
        }
    }

    private static EntryFile of(FileChannel file, ContentKey key) throws IOException, DamagedEntry {
        try {
            return new EntryFile(file, Header.read(file, key));
        } catch (Throwable thrown) {
            file.close();
            throw thrown;
        }
    }

    Entry entry() {
        return found.header().entry(found.uses());
    }

    byte[] payload() throws IOException, DamagedEntry {
        long length = found.header().payload();
        if (length > LARGEST) {
            throw new DamagedEntry("its payload is too large for an array");
        }
        byte[] payload = new byte[(int) length];
        CRC32C crc = new CRC32C();
        for (int start = 0; start < payload.length; start += SLICE) {
            int slice = Math.min(SLICE, payload.length - start);
            fill(file, ByteBuffer.wrap(payload, start, slice), found.header().length() + start);
            crc.update(payload, start, slice);
        }
        check(crc);
        return payload;
    }

    /** Reads the payload, and keeps nothing of it. */
    void check() throws IOException, DamagedEntry {
        ByteBuffer buffer = ByteBuffer.allocate(SLICE);
        CRC32C crc = new CRC32C();
        long length = found.header().payload();
        for (long start = 0; start < length; start += SLICE) {
            buffer.clear().limit((int) Math.min(SLICE, length - start));
            fill(file, buffer, found.header().length() + start);
            crc.update(buffer.flip());
        }
        check(crc);
    }

    private void check(CRC32C ofPayload) throws DamagedEntry {
        if (found.header().checksum(ofPayload) != found.crc()) {
            throw new DamagedEntry("its checksum differs");
        }
    }

    /** Counts one more use. Where others do so at the same time, one may be lost; nothing else is written. */
    void noteUse() throws IOException {
        int uses = found.uses();
        if (uses < Integer.MAX_VALUE) {
            file.write(Header.uses(uses + 1), Header.USES);
        }
    }

    static void fill(FileChannel file, ByteBuffer buffer, long position) throws IOException, DamagedEntry {
        long at = position;
        while (buffer.hasRemaining()) {
            int read = file.read(buffer, at);
            if (read < 0) {
                throw new DamagedEntry("it is torn: it ends at byte " + at);
            }
            at += read;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
