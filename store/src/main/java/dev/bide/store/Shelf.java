package dev.bide.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The files of a store. Any number of threads and processes may use the same directory.
 *
 * <ul>
 *   <li>An entry appears whole or not at all: it is written under another name, brought to the disk and renamed.
 *       Whoever dies on the way leaves a draft, which the next one to open the shelf deletes.
 *   <li>What {@code read} gives is what was written: its checksum is computed anew. A damaged entry is removed, and
 *       named once in the log.
 *   <li>Two who write the same key are both right; the last one's entry stays.
 *   <li>An interrupt breaks nothing off, and is kept.
 * </ul>
 */
final class Shelf {
    /** For a shelf that may grow as long as the disk lets it. */
    static final long NO_BOUND = Long.MAX_VALUE;

    private final Layout layout;
    private final Room room;
    private final Complaints complaints;

    private Shelf(Layout layout, long mostBytes) {
        this.layout = layout;
        room = new Room(layout, mostBytes);
        complaints = new Complaints(layout.root());
    }

    /**
     * Opens a directory, or makes one. The bound holds for all that is in it, and is kept at each write.
     *
     * @throws IllegalArgumentException if that is a file, a directory with something else in it, or of a newer format
     * @throws UncheckedIOException if the directory cannot be made or written
     */
    static Shelf at(Path directory, long mostBytes) {
        if (mostBytes <= 0) {
            throw new IllegalArgumentException("the store " + directory + " may hold at most " + mostBytes
                    + " bytes, which is nothing: give it more than 0");
        }
        Shelf shelf = new Shelf(Marker.claim(directory), mostBytes);
        try {
            Removal.drafts(shelf.layout);
        } catch (IOException failed) {
            shelf.complaints.cannotClear(failed);
        }
        return shelf;
    }

    Path directory() {
        return layout.root();
    }

    /** Whether there is an entry, as far as its header and its length tell. */
    boolean has(ContentKey key) {
        return Boolean.TRUE.equals(look(key, () -> {
            try (EntryFile file = EntryFile.open(layout.file(key), key)) {
                return file.entry().key().equals(key);
            }
        }));
    }

    /** The payload of an entry; null if there is none that is whole. Counts as a use. */
    byte @Nullable [] read(ContentKey key) {
        return look(key, () -> {
            try (EntryFile file = EntryFile.openForUse(layout.file(key), key)) {
                byte[] payload = file.payload();
                noteUse(file);
                return payload;
            }
        });
    }

    private static void noteUse(EntryFile file) {
        try {
            file.noteUse();
        } catch (IOException | RuntimeException readOnly) {
            // A use that is not counted does no harm.
        }
    }

    /** A look at one entry. */
    private interface Look<T> {
        T look() throws IOException, DamagedEntry;
    }

    private <T> @Nullable T look(ContentKey key, Look<T> look) {
        try {
            return Uninterrupted.<@Nullable T>call(() -> {
                try {
                    return look.look();
                } catch (DamagedEntry damaged) {
                    complaints.damaged(key, damaged, Removal.damaged(layout, key));
                    return null;
                }
            });
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException failed) {
            // Not removed: it may be whole, and this process only have too many files open.
            complaints.unreadable(key, failed);
            return null;
        }
    }

    /** Writes an entry: see {@link #write(ContentKey, String, Duration, Content)}. */
    void write(ContentKey key, String task, Duration cost, byte[] payload) throws IOException {
        Header header = Header.of(key, task, cost).withPayload(payload.length);
        if (fits(header)) {
            write(key, task, cost, out -> out.write(payload));
        }
    }

    /**
     * Writes an entry, in place of another of that key if there is one, and then evicts what the bound asks for. An
     * entry that is larger than the bound is not kept.
     *
     * @param key what the entry is stored under
     * @param task the name of the task that computed it
     * @param cost how long that took
     * @param content writes the payload; what it throws is passed on as it is
     * @throws IOException if the entry cannot be written; nothing of it is left then
     */
    void write(ContentKey key, String task, Duration cost, Content content) throws IOException {
        Header header = Header.of(key, task, cost);
        Uninterrupted.call(() -> {
            put(header, content);
            return true;
        });
    }

    private void put(Header header, Content content) throws IOException {
        EntryWriter writer = new EntryWriter(layout, header, room.most());
        try {
            writer.write(content);
        } catch (ClosedByInterruptException interrupted) {
            throw interrupted;
        } catch (IOException failed) {
            throw writer.isFaultOfContent() ? failed : complaints.unwritten(header.task(), failed);
        }
        if (fits(writer.header())) {
            makeRoom(writer.header().entry(0), writer.replaced());
        }
    }

    private boolean fits(Header header) {
        if (header.bytes() <= room.most()) {
            return true;
        }
        complaints.tooLarge(header.key(), header.task(), header.bytes(), room.most());
        return false;
    }

    private void makeRoom(Entry added, long replaced) {
        if (room.most() == NO_BOUND) {
            return;
        }
        try {
            room.added(added, replaced);
        } catch (IOException failed) {
            complaints.cannotClear(failed);
        }
    }
}
