package dev.bide.benchmarks.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JsonFileTest {
    @Test
    void write_twice_keepsTheLast(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figures.json");
        JsonFile json = new JsonFile();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(json)).parseArgs("--json", file.toString());

        json.write(Map.of("n", 1));
        json.write(Map.of("n", 2));

        assertThat(file).hasContent("{\"n\":2}");
    }

    @Test
    void write_noFile_doesNothing(@TempDir Path folder) throws IOException {
        new JsonFile().write(Map.of("n", 1));

        assertThat(folder).isEmptyDirectory();
    }
}
