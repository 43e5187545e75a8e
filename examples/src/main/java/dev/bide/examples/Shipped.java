package dev.bide.examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

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

    /** Makes the jar's content a file system, which lasts as long as the program. */
    private static void mount(URI jar) throws IOException {
        try {
            FileSystems.newFileSystem(jar, Map.of());
        } catch (FileSystemAlreadyExistsException mounted) {
            // that is what we want
        }
    }
}
