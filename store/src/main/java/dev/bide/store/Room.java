package dev.bide.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a store's entries below a bound. What there is, is counted in memory, and all files are looked at only now and
 * then, for other processes write and evict as well: when as many entries have come as a quarter of those there are,
 * or as many bytes as an eighth of the bound. So a write costs a few looks on average, and the bound is overshot by no
 * more than an eighth for each other process that writes.
 */
final class Room {
    private static final int FEWEST = 64;

    private final Layout layout;
    private final long most;
    private final ReentrantLock lock = new ReentrantLock();

    /** Those that go next, as far as they are known. */
    private final TreeSet<Entry> next = new TreeSet<>(Entry.LEAST_WORTH_FIRST);

    private long nextBytes;
    /** Entries that are worth as much or more were not kept in mind; null if all were. */
    private @Nullable Entry ceiling;

    private boolean known;
    private long total;
    private long count;
    private long newEntries;
    private long newBytes;

    Room(Layout layout, long most) {
        this.layout = layout;
        this.most = most;
    }

    long most() {
        return most;
    }

    /** Makes room after an entry was written, in place of one with so many bytes. It is not among those that go. */
    void added(Entry entry, long replaced) throws IOException {
        lock.lock();
        try {
            newEntries++;
            newBytes += entry.bytes();
            if (!known || newEntries > Math.max(FEWEST, count / 4) || newBytes > most / 8) {
                look();
            } else {
                total += entry.bytes() - replaced;
                if (replaced > 0) {
                    next.removeIf(other -> other.key().equals(entry.key()));
                    nextBytes = next.stream().mapToLong(Entry::bytes).sum();
                }
                offer(entry);
            }
            evict(entry.key());
        } finally {
            lock.unlock();
        }
    }

    /** Makes room, all files having been looked at. Answers what had to go. */
    List<Entry> shrink() throws IOException {
        lock.lock();
        try {
            look();
            return evict(null);
        } finally {
            lock.unlock();
        }
    }

    private void look() throws IOException {
        next.clear();
        nextBytes = 0;
        ceiling = null;
        total = 0;
        count = 0;
        newEntries = 0;
        newBytes = 0;
        // The sizes first: how much must go decides how much is kept in mind.
        for (Path folder : layout.folders()) {
            for (ContentKey key : Layout.keys(folder)) {
                total += layout.size(key);
                count++;
            }
        }
        long whole = 0;
        for (Path folder : layout.folders()) {
            for (ContentKey key : Layout.keys(folder)) {
                Optional<Entry> entry = layout.entry(key);
                entry.ifPresent(this::offer);
                whole += entry.map(Entry::bytes).orElse(0L);
            }
        }
        // Files that are no entries cannot be evicted: for them nothing else has to go.
        total = whole;
        known = true;
    }

    /** Keeps in mind what is worth least: enough of it until all is looked at again, whatever must go until then. */
    private void offer(Entry entry) {
        if (ceiling != null && Entry.LEAST_WORTH_FIRST.compare(entry, ceiling) >= 0) {
            return;
        }
        if (next.add(entry)) {
            nextBytes += entry.bytes();
        }
        long enough = Math.max(0, total - most) + most / 4;
        while (nextBytes - next.last().bytes() > enough) {
            ceiling = next.last();
            forget(ceiling);
        }
    }

    private void forget(Entry entry) {
        next.remove(entry);
        nextBytes -= entry.bytes();
    }

    private List<Entry> evict(@Nullable ContentKey written) throws IOException {
        List<Entry> gone = new ArrayList<>();
        boolean fresh = newEntries == 0;
        while (total > most) {
            Entry least = least(written);
            if (least != null) {
                forget(least);
                fresh &= !remove(least, gone);
            } else if (fresh) {
                return gone;
            } else {
                look();
                fresh = true;
            }
        }
        return gone;
    }

    private @Nullable Entry least(@Nullable ContentKey except) {
        return next.stream()
                .filter(entry -> !entry.key().equals(except))
                .findFirst()
                .orElse(null);
    }

    /** Removes an entry, unless it has been used or replaced since and is worth more now. Answers whether it did. */
    private boolean remove(Entry entry, List<Entry> gone) throws IOException {
        Entry now = layout.entry(entry.key()).orElse(null);
        if (now != null && now.worth() > entry.worth()) {
            total += now.bytes() - entry.bytes();
            offer(now);
            return false;
        }
        total -= entry.bytes();
        count--;
        if (Files.deleteIfExists(layout.file(entry.key()))) {
            gone.add(entry);
        }
        return true;
    }
}
