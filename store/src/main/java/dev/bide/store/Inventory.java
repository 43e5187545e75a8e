package dev.bide.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a store's directory holds, for those who look after it. Programs may be using the store meanwhile. To look at
 * entries it is enough that they can be read.
 */
public final class Inventory {
    private final Layout layout;

    private Inventory(Layout layout) {
        this.layout = layout;
    }

    /**
     * Finds the store in a directory; makes none.
     *
     * @param directory the directory
     * @return what it holds
     * @throws IllegalArgumentException if there is no store, or one of a newer format
     * @throws UncheckedIOException if the directory cannot be read
     */
    public static Inventory of(Path directory) {
        return new Inventory(Marker.find(directory));
    }

    /**
     * The entries whose header and length are right, in no order. Their payloads are not read.
     *
     * @return the entries; each file is read when the stream comes to it, and nothing has to be closed
     * @throws UncheckedIOException if a folder or file cannot be read; the stream throws it as well
     */
    public Stream<Entry> entries() {
        return keys().flatMap(key -> told(() -> layout.entry(key)).stream());
    }

    /**
     * Reads every entry to the end and computes its checksum. Those that are damaged are removed where that is
     * possible, so that they are computed again.
     *
     * @return what was found
     * @throws UncheckedIOException if a folder cannot be read
     */
    public Verified verify() {
        Tally tally = new Tally();
        keys().forEach(key -> look(key, tally, EntryFile::check));
        return new Verified(tally.entries, tally.bytes, List.copyOf(tally.damaged));
    }

    /**
     * Removes what is of no use: what dead processes have not finished, and entries whose header or length is wrong.
     *
     * @return what was removed, and what is left
     * @throws UncheckedIOException if a folder or file cannot be read or changed
     */
    public Collected collect() {
        return collect(Shelf.NO_BOUND);
    }

    /**
     * Removes what is of no use, and then entries until those left have no more than so many bytes together. What is
     * worth least goes first: see {@link Entry#worth()}.
     *
     * @param mostBytes how many bytes may be left, from 0
     * @return what was removed, and what is left
     * @throws UncheckedIOException if a folder or file cannot be read or changed
     */
    public Collected collect(long mostBytes) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException(
                    "a store cannot be left with " + mostBytes + " bytes: give the most that may stay, from 0");
        }
        int drafts = told(() -> Removal.drafts(layout));
        Tally tally = new Tally();
        keys().forEach(key -> look(key, tally, header -> {}));
        List<Entry> evicted = tally.bytes <= mostBytes ? List.of() : told(() -> new Room(layout, mostBytes).shrink());
        long left = tally.bytes - evicted.stream().mapToLong(Entry::bytes).sum();
        return new Collected(
                List.copyOf(evicted), List.copyOf(tally.damaged), drafts, tally.entries - evicted.size(), left);
    }

    private Stream<ContentKey> keys() {
        return told(layout::folders).stream().flatMap(folder -> told(() -> Layout.keys(folder)).stream());
    }

    private static final class Tally {
        private final List<DamagedFile> damaged = new ArrayList<>();
        private long entries;
        private long bytes;
    }

    /** What is checked of an entry whose header is right. */
    private interface Check {
        void of(EntryFile file) throws IOException, DamagedEntry;
    }

    private void look(ContentKey key, Tally tally, Check check) {
        Path path = layout.file(key);
        try {
            Optional<Entry> whole = Uninterrupted.call(() -> {
                try (EntryFile file = EntryFile.open(path, key)) {
                    check.of(file);
                    return Optional.of(file.entry());
                } catch (DamagedEntry damaged) {
                    tally.damaged.add(new DamagedFile(path, damaged.what(), Removal.damaged(layout, key)));
                    return Optional.empty();
                }
            });
            tally.entries += whole.isPresent() ? 1 : 0;
            tally.bytes += whole.map(Entry::bytes).orElse(0L);
        } catch (NoSuchFileException evicted) {
            // It was there when its folder was read.
        } catch (IOException failed) {
            tally.damaged.add(new DamagedFile(path, "it cannot be read: " + Complaints.reason(failed), false));
        }
    }

    private <T> T told(Uninterrupted.Work<T> work) {
        try {
            return work.call();
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    private UncheckedIOException unreadable(IOException failed) {
        return new UncheckedIOException(
                "the store " + layout.root() + " could not be gone through: " + Complaints.place(failed)
                        + Complaints.reason(failed) + ". See that this user may read and write all folders there",
                failed);
    }
}
