package dev.bide.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Writes one entry. The payload comes first: its length and its checksum, which the header tells, are then known. */
final class EntryWriter {
    private final Layout layout;
    private final long most;
    private Header header;
    private long replaced;
    private boolean faultOfContent;

    EntryWriter(Layout layout, Header header, long most) {
        this.layout = layout;
        this.header = header;
        this.most = most;
    }

    /** Puts the entry into its place, unless it has more bytes than may be: then nothing is left of it. */
    void write(Content content) throws IOException {
        Path folder = layout.makeFolder(header.key());
        try (Draft draft = Draft.in(folder, layout)) {
            FileChannel file = draft.channel().position(header.length());
            EntryOutput out = new EntryOutput(file, most);
            take(content, out);
            header = header.withPayload(out.count());
            if (header.bytes() > most) {
                return;
            }
            ByteBuffer beginning = ByteBuffer.wrap(header.encoded(header.checksum(out.crc())));
            while (beginning.hasRemaining()) {
                file.write(beginning, beginning.position());
            }
            replaced = layout.size(header.key());
            keep(draft);
        }
    }

    private void keep(Draft draft) throws IOException {
        try {
            draft.keepAs(layout.file(header.key()));
        } catch (FileSystemException refused) {
            // Windows replaces no file while somebody reads it. That one is right as well.
            if (layout.entry(header.key()).isEmpty()) {
                throw refused;
            }
        }
    }

    private void take(Content content, EntryOutput out) throws IOException {
        try {
            content.writeTo(out);
        } catch (IOException thrown) {
            IOException ofDisk = out.failure();
            if (ofDisk != null) {
                throw ofDisk;
            }
            faultOfContent = true;
            throw thrown;
        }
        out.flush();
    }

    /** The header as it was written, or would have been. */
    Header header() {
        return header;
    }

    /** How many bytes the entry had that stood in the place before. */
    long replaced() {
        return replaced;
    }

    /** Whether writing failed because the content threw, and not because the disk did. */
    boolean isFaultOfContent() {
        return faultOfContent;
    }
}
