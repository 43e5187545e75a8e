package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFolderTest {
    @TempDir
    private Path directory;

    @Test
    void at_directoryThatIsNotThere_makesItAndTakesAThirdOfTheHeap() {
        SpillFolder folder = SpillFolder.at(directory.resolve("a/b"));

        assertThat(directory.resolve("a/b")).isEmptyDirectory();
        assertThat(folder.bound()).isEqualTo(Runtime.getRuntime().maxMemory() / 3);
        assertThat(folder.least()).isEqualTo(65_536);
    }

    @Test
    void bound_andLeast_areSetAndAllElseStays() {
        SpillFolder folder = SpillFolder.at(directory);

        assertThat(folder.bound(7).least(5)).isEqualTo(new SpillFolder(directory, 7, 5));
        assertThat(folder.heapShare(1).bound()).isEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(folder.heapShare(0).bound()).isZero();
    }

    @Test
    void bound_negative_isRefused() {
        assertThatThrownBy(() -> SpillFolder.at(directory).bound(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bound(-1)");
    }

    @Test
    void heapShare_noShare_isRefused() {
        assertThatThrownBy(() -> SpillFolder.at(directory).heapShare(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("heapShare(NaN): a share is from 0 to 1");
        assertThatThrownBy(() -> SpillFolder.at(directory).heapShare(70)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void at_file_isRefused() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> SpillFolder.at(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " is a file. Name a directory to spill to");
    }

    @Test
    void at_belowAFile_isRefused() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> SpillFolder.at(file.resolve("below")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot spill to " + file.resolve("below"));
    }
}
