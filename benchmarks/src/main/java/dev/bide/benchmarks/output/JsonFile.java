package dev.bide.benchmarks.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option to keep all figures in a file. */
public final class JsonFile {
    @Option(names = "--json", paramLabel = "FILE", description = "Writes all figures to a file, too.")
    private @Nullable Path file;

    /** Writes records, maps and collections of figures, if they are asked for, in the place of what was there. */
    public void write(Object figures) throws IOException {
        if (file != null) {
            Files.writeString(file, Json.of(figures) + "\n");
        }
    }
}
