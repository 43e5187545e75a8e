package dev.bide.cluster.ignite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a node of ours leaves files while it runs: under {@code java.io.tmpdir}, not where the user works. */
final class WorkFolder implements AutoCloseable {
    private final Path path;

    WorkFolder() {
        try {
            path = Files.createTempDirectory("bide-ignite-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made under java.io.tmpdir", e);
        }
    }

    Path path() {
        return path;
    }

    /** Removes what is there, as far as that is possible. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(WorkFolder.class.getName()).log(System.Logger.Level.DEBUG, "files are left in " + path, e);
        }
    }
}
