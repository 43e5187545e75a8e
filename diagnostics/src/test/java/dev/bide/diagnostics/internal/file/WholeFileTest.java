package dev.bide.diagnostics.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private static long filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void write_newFile_holdsTheTextInUtf8() throws IOException {
        Path file = folder.resolve("a.txt");

        WholeFile.write(file, out -> out.write("µ\n"));

        assertThat(Files.readAllBytes(file)).containsExactly(0xc2, 0xb5, '\n');
        assertThat(filesIn(folder)).isOne();
    }

    @Test
    void write_newFile_mayBeReadByThoseWhoMayReadOthers() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Path usual = Files.writeString(folder.resolve("usual.txt"), "a");
        Path file = folder.resolve("a.txt");

        WholeFile.write(file, out -> out.write("a"));

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void write_fileThatIsThere_isReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "a long text from before");

        WholeFile.write(file, out -> out.write("new"));

        assertThat(file).hasContent("new");
    }

    @Test
    void write_contentThatThrows_leavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write("half of it");
                    throw new IOException("full");
                }))
                .hasMessage("full");

        assertThat(file).hasContent("old");
        assertThat(filesIn(folder)).isOne();
    }

    @Test
    void write_folderMissing_makesIt() throws IOException {
        Path file = folder.resolve("missing").resolve("deep").resolve("a.txt");

        WholeFile.write(file, out -> out.write("a"));

        assertThat(file).hasContent("a");
    }

    @Test
    void write_fileForAFolder_saysSo() throws IOException {
        Path inItsPlace = Files.createFile(folder.resolve("place"));

        assertThatThrownBy(() -> WholeFile.write(inItsPlace.resolve("a.txt"), out -> out.write("a")))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessage(inItsPlace + " is not a folder: give another one");
    }

    @Test
    void write_folderInItsPlace_throwsAndLeavesIt() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.txt"));

        assertThatThrownBy(() -> WholeFile.write(file, out -> out.write("a"))).isInstanceOf(IOException.class);

        assertThat(file).isEmptyDirectory();
        assertThat(filesIn(folder)).isOne();
    }

    @Test
    void write_device_isWrittenToAndStaysADevice() throws IOException {
        Path nothing = Path.of("/dev/null");
        assumeThat(nothing).exists();

        WholeFile.write(nothing, out -> out.write("a"));

        assertThat(Files.isRegularFile(nothing)).isFalse();
        assertThat(nothing).exists();
    }

    @Test
    void write_fullDevice_throws() {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();

        assertThatThrownBy(() -> WholeFile.write(full, out -> out.write("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        assertThat(Files.isRegularFile(full)).isFalse();
    }
}
