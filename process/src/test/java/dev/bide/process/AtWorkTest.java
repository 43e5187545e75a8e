package dev.bide.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.remote.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtWorkTest {
    @TempDir
    Path folder;

    @Test
    void read_threadsAtTasks_givesThese() throws IOException {
        AtWork atWork = AtWork.create(folder.resolve("w1"), 3);
        atWork.note(0, 0, 0);
        atWork.note(2, Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(AtWork.read(folder.resolve("w1")))
                .containsExactly(new TaskId(0, 0), new TaskId(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void read_taskEnded_givesTheNextOrNone() throws IOException {
        AtWork atWork = AtWork.create(folder.resolve("w1"), 1);
        assertThat(AtWork.read(folder.resolve("w1"))).isEmpty();
        atWork.note(0, 7, 8);
        atWork.note(0, 7, -1);
        assertThat(AtWork.read(folder.resolve("w1"))).isEmpty();
        atWork.note(0, 7, 9);
        assertThat(AtWork.read(folder.resolve("w1"))).containsExactly(new TaskId(7, 9));
    }

    @Test
    void read_noFile_cannotTell() {
        assertThat(AtWork.read(folder.resolve("w1"))).isNull();
    }

    @Test
    void create_always_fillsTheFile() throws IOException {
        AtWork.create(folder.resolve("w1"), 5);
        assertThat(Files.readAllBytes(folder.resolve("w1"))).hasSize(5 * Long.BYTES);
    }
}
