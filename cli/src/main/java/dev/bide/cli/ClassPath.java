package dev.bide.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folders and jars beyond those of this JVM.
 *
 * @param entries where they are; all exist
 */
record ClassPath(List<Path> entries) {
    /** Reads a class path as {@code java -cp} does: <code>lib/*</code> stands for all jars in a folder. */
    static ClassPath parse(String text) {
        List<Path> entries = new ArrayList<>();
        for (String part : text.split(File.pathSeparator)) {
            if (part.endsWith("*")) {
                entries.addAll(jarsIn(existing(part.substring(0, part.length() - 1))));
            } else if (!part.isEmpty()) {
                entries.add(existing(part));
            }
        }
        return new ClassPath(List.copyOf(entries));
    }

    private static Path existing(String part) {
        Path path = Path.of(part);
        if (!Files.exists(path)) {
            throw Refusal.usage("--class-path: there is no '" + part + "' here ("
                    + Path.of("").toAbsolutePath() + ")");
        }
        return path;
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the compiler sees: this JVM's own class path, then these. */
    String forCompiler() {
        return Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        entries.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
    }

    URL[] urls() {
        return entries.stream().map(ClassPath::url).toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
