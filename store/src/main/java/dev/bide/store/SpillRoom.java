package dev.bide.store;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run that spills. A file in it is locked for as long as the run goes on: a folder whose file nobody has
 * locked was left by a JVM that was killed, and is deleted by whoever makes the next one beside it.
 */
final class SpillRoom implements AutoCloseable {
    private static final String PREFIX = "bide-spill-";
    private static final String LOCK = "lock";

    /** Deleted when the JVM ends, at the latest. */
    private static final Set<SpillRoom> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel locked;
    private final AtomicInteger files = new AtomicInteger();

    private SpillRoom(Path folder, FileChannel locked) {
        this.folder = folder;
        this.locked = locked;
    }

    static {
        try {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> OPEN.forEach(SpillRoom::close), "bide-spill-shutdown"));
        } catch (IllegalStateException already) {
            // The JVM is shutting down: the next that spills deletes what is left.
        }
    }

    /** Makes a folder, and deletes what others have left. One at a time: closing a file gives up all locks of the JVM on it. */
    static synchronized SpillRoom in(Path directory) throws IOException {
        return Uninterrupted.call(() -> {
            SpillRoom room = make(directory);
            OPEN.add(room);
            sweep(directory);
            return room;
        });
    }

    private static SpillRoom make(Path directory) throws IOException {
        while (true) {
            Path folder = Files.createTempDirectory(directory, PREFIX);
            FileChannel locked = lock(folder);
            if (locked != null) {
                return new SpillRoom(folder, locked);
            }
        }
    }

    private static void sweep(Path directory) {
        Set<Path> ours = OPEN.stream().map(room -> room.folder).collect(Collectors.toSet());
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (Path folder : folders) {
                FileChannel locked = ours.contains(folder) ? null : lock(folder);
                if (locked != null) {
                    new SpillRoom(folder, locked).close();
                }
            }
        } catch (IOException | DirectoryIteratorException unswept) {
            // What is left there does no harm to this run.
        }
    }

    /** Locks a folder; {@code null} if it is another's, or is not there any more. */
    private static @Nullable FileChannel lock(Path folder) throws IOException {
        FileChannel file;
        try {
            file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException deleted) {
            return null;
        }
        boolean locked = false;
        try {
            locked = file.tryLock() != null && Files.exists(folder.resolve(LOCK));
        } finally {
            if (!locked) {
                file.close();
            }
        }
        return locked ? file : null;
    }

    File newFile() {
        return folder.resolve(files.incrementAndGet() + ".ser").toFile();
    }

    /** Deletes all that is here. Once more does no harm, and is needed where a file was made meanwhile. */
    @Override
    public void close() {
        OPEN.remove(this);
        try (DirectoryStream<Path> spilled = Files.newDirectoryStream(folder, "*.ser")) {
            spilled.forEach(file -> file.toFile().delete());
            locked.close();
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
        } catch (IOException | DirectoryIteratorException left) {
            // The next run that spills to this directory deletes it.
        }
    }
}
