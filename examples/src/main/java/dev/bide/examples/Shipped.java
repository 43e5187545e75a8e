package dev.bide.examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The files that come with the examples, in a jar or in a folder of classes. */
final class Shipped {
    private Shipped() {}

    static Path path(String name) throws IOException {
        URI uri = URI.create(
                Objects.requireNonNull(Shipped.class.getResource(name), name).toString());
        if (uri.getScheme().equals("jar")) {
            mount(uri);
        }
        return Path.of(uri);
    }

    /** A folder that other JVMs can read, too: copied out of the jar if it is in one. */
    static Path folder(String name) throws IOException {
        Path shipped = path(name);
        if (shipped.getFileSystem().equals(FileSystems.getDefault())) {
            return shipped;
        }
        Path copy = Files.createTempDirectory("bide-" + name);
        copy.toFile().deleteOnExit(); // after what is in it, which comes later
        try (Stream<Path> all = Files.walk(shipped).skip(1)) {
            for (Path each : all.toList()) {
                Path target = copy.resolve(shipped.relativize(each).toString());
                target.toFile().deleteOnExit();
                Files.copy(each, target);
            }
        }
        return copy;
    }

    /** Makes the jar's content a file system, which lasts as long as the program. */
    private static void mount(URI jar) throws IOException {
        try {
            FileSystems.newFileSystem(jar, Map.of());
        } catch (FileSystemAlreadyExistsException mounted) {
            // that is what we want
        }
    }
}
