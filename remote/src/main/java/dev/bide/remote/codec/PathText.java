package dev.bide.remote.codec;

import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** A path as text. One of the default file system may be relative; another's needs its file system's name. */
final class PathText {
    private PathText() {}

    static String of(Path path) {
        return path.getFileSystem().equals(FileSystems.getDefault()) ? "p" + path : "u" + path.toUri();
    }

    static Path path(String text) {
        String rest = text.substring(1);
        return text.startsWith("p") ? Path.of(rest) : Path.of(URI.create(rest));
    }
}
