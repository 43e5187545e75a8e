package dev.bide.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In JVMs of their own, for the first kills itself. */
class ResumeTest {
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    private int run(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Resume.class.getName(),
                "--store",
                folder.resolve("store").toString(),
                "--scheduler",
                "sync"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    @Test
    void main_killedHalfWay_runsTheRestTheNextTime() throws IOException, InterruptedException {
        assertThat(run("--die-after", "14")).isEqualTo(KILLED);
        assertThat(output()).isEmpty();

        assertThat(run()).isZero();
        assertThat(output()).contains("(14 resumed)").contains("simulated 6 here");

        assertThat(run()).isZero();
        assertThat(output()).contains("(20 resumed)").contains("simulated 0 here");
    }
}
