package dev.bide.cli;

import static dev.bide.cli.Terminal.bide;
import static dev.bide.cli.Terminal.file;
import static dev.bide.cli.Terminal.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs whose tasks run on a cluster that is started for them. */
@Tag("ignite")
class RunOnIgniteTest {
    @TempDir
    private Path folder;

    @Test
    void run_sourceFileOnIgnite_workersHaveItsClassesAndEnd() {
        Path file = source(folder, "Where.java", RunElsewhereTest.WHERE);
        assertThat(bide("run", file, "--scheduler", "ignite(1)"))
                .isEqualTo(new Outcome(0, "compiled here!! true\n", ""));
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void run_changedCopyOfAnExample_workersRunTheCopy() {
        Path file = file(folder, "Timed.java", RunElsewhereTest.CHANGED);
        assertThat(bide("run", file, "--scheduler", "ignite(1)"))
                .isEqualTo(new Outcome(0, "the changed one, Shipped\n", ""));
    }
}
