package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.schedule.Spill;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 MB of live results in a heap of 64 MB. */
class SpillHeapTest {
    @TempDir
    private Path directory;

    private static String run(String... arguments) throws IOException {
        Process process = OtherJvm.start(List.of("-Xmx64m"), SpillHeapProgram.class, Redirect.INHERIT, arguments);
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    @Test
    void compute_moreResultsThanHeapSpilling_givesTheResultAndLeavesOthersFiles() throws IOException {
        long sum = 199 * 200 / 2;
        try (Spill.Area other = SpillFolder.at(directory).open()) {
            Spill.Piece piece = Objects.requireNonNull(other.put("of another JVM"));

            assertThat(run(directory.toString())).isEqualTo(String.valueOf(sum + 200 * sum));
            assertThat(piece.fetch()).isEqualTo("of another JVM");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void compute_moreResultsThanHeapInMemory_failsTheTaskThatFoundNoRoom() throws IOException {
        assertThat(run()).isEqualTo(OutOfMemoryError.class.getName());
    }
}
