package dev.bide.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written, under a name of its own in the folder where it will be kept. It is locked as long as
 * it is open, so that others can tell it from what a process left that is gone: when a process ends, however it ends,
 * the system unlocks its files.
 */
final class Draft implements Closeable {
    private static final String PREFIX = "draft-";

    /** Begins the names of this process's drafts: its number comes back one day, but not with the same time. */
    private static final String OWN = PREFIX + ownProcess() + "-";

    /** Where files cannot be locked, a draft of that age is taken for left behind. */
    private static final Duration OLD = Duration.ofDays(1);

    private static final int TRIES = 100;

    private final Path folder;
    private final Path path;
    private final FileChannel channel;
    private boolean kept;

    private Draft(Path folder, Path path, FileChannel channel) {
        this.folder = folder;
        this.path = path;
        this.channel = channel;
    }

    static Draft in(Path folder, Layout layout) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Path path = newName(folder);
            try {
                Set<StandardOpenOption> newFile = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                Draft draft = new Draft(folder, path, FileChannel.open(path, newFile, layout.ownerOnly("rw-------")));
                if (draft.isOurs()) {
                    return draft;
                }
                draft.close();
            } catch (FileAlreadyExistsException taken) {
                // Another name, then.
            }
        }
        throw new IOException("no file could be made in " + folder + ", though " + TRIES + " names were tried");
    }

    /** Between its creation and its lock, someone who clears up may have taken a draft for left behind. */
    private boolean isOurs() throws IOException {
        try {
            return channel.isOpen() && lock(channel) != null && Files.exists(path);
        } catch (IOException cannotLock) {
            return Files.exists(path);
        }
    }

    /** Locks a byte far behind the end: where a lock keeps readers out, it shall keep them from nothing. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    }

    private static String ownProcess() {
        ProcessHandle self = ProcessHandle.current();
        long began = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return Long.toHexString(self.pid()) + "-" + Long.toHexString(began);
    }

    /** A name that no other file has. */
    static Path newName(Path folder) {
        return folder.resolve(OWN + Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }

    static boolean isDraft(String name) {
        return name.startsWith(PREFIX);
    }

    FileChannel channel() {
        return channel;
    }

    /** Brings all of it to the disk, and then to its place in the folder, whoever else does so meanwhile. */
    void keepAs(Path file) throws IOException {
        channel.force(true);
        Files.move(path, file, StandardCopyOption.ATOMIC_MOVE);
        kept = true;
        Layout.sync(folder);
    }

    /** Deletes it unless it was kept. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (!kept) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Deletes a draft if the process that wrote it is gone. Answers whether it did. */
    static boolean clear(Path draft) throws IOException {
        // Our own are alive. Only to open and close one would unlock it: so it is with locks on POSIX.
        return !Layout.name(draft).startsWith(OWN) && clearOther(draft);
    }

    private static boolean clearOther(Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            // Deleted while it is locked: its writer, if there is one yet, then sees that it is gone.
            return lock(channel) != null && Files.deleteIfExists(draft);
        } catch (OverlappingFileLockException | NoSuchFileException aliveOrGone) {
            return false;
        } catch (IOException cannotLock) {
            Instant changed = Files.getLastModifiedTime(draft).toInstant();
            return changed.isBefore(Instant.now().minus(OLD)) && Files.deleteIfExists(draft);
        }
    }
}
