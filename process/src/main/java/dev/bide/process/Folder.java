package dev.bide.process;

import dev.bide.remote.TaskId;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder of one pool, which only its user may enter: everybody's socket, the argument file, and what workers are at. */
final class Folder {
    static final String DRIVER = "driver";
    static final String ARGUMENTS = "arguments";

    /** Systems take 104 or 108 bytes with the name of the socket and a zero. */
    private static final int LONGEST = 90;

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    /** Makes one where temporary files are; if that place has too long a name for sockets, in {@code /tmp}. */
    static Folder create() throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        places.add(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
        places.add(Path.of("/tmp").toAbsolutePath());
        return create(places);
    }

    static Folder create(Set<Path> places) throws IOException {
        for (Path place : places) {
            // What is added to the name of the place is "/bide-" and up to 20 digits.
            int length = place.toString().getBytes(StandardCharsets.UTF_8).length + 26;
            if (length <= LONGEST && Files.isDirectory(place) && Files.isWritable(place)) {
                return new Folder(Files.createTempDirectory(place, "bide-", forItsUser(place)));
            }
        }
        throw new IOException("no place for sockets, whose names must be short: none of " + places
                + " is a folder to write in of at most " + (LONGEST - 26)
                + " bytes; let the system property java.io.tmpdir name one");
    }

    /** What a worker's socket is called. */
    static String nameOf(int worker) {
        return "w" + worker;
    }

    /** What the file is called in which a worker's tasks are noted. */
    static String tasksOf(int worker) {
        return nameOf(worker) + ".tasks";
    }

    Path file(String name) {
        return path.resolve(name);
    }

    UnixDomainSocketAddress socket(String name) {
        return UnixDomainSocketAddress.of(file(name));
    }

    /** Tells what the threads of a worker that is gone were at, {@code null} if it never got so far. */
    @Nullable
    List<TaskId> atWork(int worker) {
        return AtWork.read(file(tasksOf(worker)));
    }

    /** Removes all of it. */
    void remove() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Somebody else is removing it, or it is gone already.
        }
    }

    /** A worker without a driver removes what is its own and the driver's; the last one so removes all of it. */
    void leave(int worker) {
        try {
            Files.deleteIfExists(file(nameOf(worker)));
            Files.deleteIfExists(file(tasksOf(worker)));
            Files.deleteIfExists(file(DRIVER));
            Files.deleteIfExists(file(ARGUMENTS));
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Another worker is still there.
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static FileAttribute<?>[] forItsUser(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
