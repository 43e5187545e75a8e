package dev.bide.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Turns the last byte of each entry over, as a failing disk may. */
final class Damage {
    private Damage() {}

    static void all(Path store) throws IOException {
        List<Path> entries;
        try (Stream<Path> files = Files.walk(store)) {
            entries = files.filter(file -> Files.isRegularFile(file)
                            && file.getFileName().toString().matches("[0-9a-f]{30,64}.*"))
                    .toList();
        }
        for (Path entry : entries) {
            try (FileChannel file = FileChannel.open(entry, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer last = ByteBuffer.allocate(1);
                file.read(last, file.size() - 1);
                last.put(0, (byte) ~last.get(0));
                file.write(last.flip(), file.size() - 1);
            }
        }
    }
}
