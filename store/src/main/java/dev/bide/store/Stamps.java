package dev.bide.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts files into a {@link Sink}: by path, size and time of change, or by name and content. */
final class Stamps {
    private final boolean byContent;
    private final Map<Path, byte[]> known = new HashMap<>();

    Stamps(boolean byContent) {
        this.byContent = byContent;
    }

    void letGo() {
        known.clear();
    }

    void put(Path path, Sink to) {
        to.tag(Tag.FILE).text(path.getFileSystem().provider().getScheme());
        try {
            if (byContent) {
                byte[] content = known.get(path);
                if (content == null) {
                    content = content(path);
                    known.put(path, content);
                }
                to.text(path.toString()).hash(content);
            } else {
                putStamp(path, to);
            }
        } catch (IOException unreadable) {
            throw Unkeyable.because("the file " + path + ", which cannot be read: " + unreadable);
        }
    }

    private static void putStamp(Path path, Sink to) throws IOException {
        to.text(path.toAbsolutePath().normalize().toString());
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            FileTime changed = file.lastModifiedTime();
            Instant at = changed.toInstant();
            to.tag(file.isDirectory() ? Tag.FOLDER : Tag.FILE)
                    .number(file.size())
                    .number(at.getEpochSecond())
                    .number(at.getNano());
        } catch (NoSuchFileException missing) {
            to.tag(Tag.MISSING);
        }
    }

    private static byte[] content(Path path) throws IOException {
        Sink sink = new Sink();
        if (Files.isDirectory(path)) {
            putFolder(path, sink);
        } else {
            putContent(path, sink);
        }
        return sink.end();
    }

    private static void putFolder(Path folder, Sink sink) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(each -> !Files.isDirectory(each)).sorted().toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        sink.tag(Tag.FOLDER).number(all.size());
        for (Path each : all) {
            sink.text(folder.relativize(each).toString()).hash(content(each));
        }
    }

    private static void putContent(Path file, Sink sink) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            sink.tag(Tag.FILE);
            byte[] slice = new byte[1 << 16];
            for (int read = in.read(slice); read >= 0; read = in.read(slice)) {
                sink.raw(slice, 0, read);
            }
        } catch (NoSuchFileException missing) {
            sink.tag(Tag.MISSING);
        }
    }
}
