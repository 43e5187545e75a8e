package dev.bide.verify.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What tasks have done, in whatever JVM of this machine: a file for each call, in a folder. */
final class Marks {
    private Marks() {}

    /** In a task: notes a call, and gives what it is to answer. */
    static <T> T note(String folder, String call, T result) {
        try {
            Files.createTempFile(Path.of(folder), call + ".", "");
            return result;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The calls so far, sorted. */
    static List<String> of(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
