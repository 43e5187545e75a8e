package dev.bide.benchmarks.metg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MetgTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine command = Metg.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(args);
    }

    @Test
    void execute_twoGraphs_printsTablesAndWritesJson(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("metg.json");

        int code = run(
                "--patterns=tree,dom",
                "--width=4",
                "--steps=10",
                "--workers=2",
                "--systems=bide,loop",
                "--warm-up=0",
                "--repetitions=1",
                "--curve",
                "--json=" + json);

        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("(?m)^METG\\(50 %\\), µs +bide +loop$")
                .containsPattern("(?m)^tree, 4 wide +\\S.*$")
                .containsPattern("(?m)^dom, 4 wide +\\S.*$")
                .containsPattern("(?m)^  8192 iterations +[0-9.]+ \\([0-9]+ %\\) +[0-9.]+ \\([0-9]+ %\\)$")
                .contains("peak: ", "machine ", "JVM ", " cores, ");
        assertThat(Files.readString(json))
                .startsWith("{")
                .contains("\"graph\":{\"pattern\":\"dom\",\"steps\":10,\"width\":4,\"radix\":5}")
                .contains("\"system\":\"loop\",\"metgMicros\":", "\"points\":[{\"iterations\":");
    }

    @Test
    void execute_unknownPattern_namesThePatterns() {
        assertThat(run("--patterns=star")).isEqualTo(2);
        assertThat(err.toString()).contains("star", "random_nearest");
    }

    @Test
    void execute_noPoints_saysWhatIsPossible() {
        assertThat(run("--width=0")).isEqualTo(2);
        assertThat(err.toString()).contains("--width", "at least 1");
    }
}
