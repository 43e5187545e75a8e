package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which directories a shelf takes. */
class MarkerTest {
    @TempDir
    private Path folder;

    @Test
    void at_missingOrEmptyOrOwnDirectory_isTaken() throws IOException {
        Path missing = folder.resolve("a/b/c");
        Shelf.at(missing, 1000);
        Shelf.at(missing, 1000);
        assertThat(missing.resolve("bide-store")).content().startsWith("bide-store 1\n");

        Path mount = Files.createDirectory(folder.resolve("mount"));
        Files.createDirectory(mount.resolve("lost+found"));
        Files.createFile(mount.resolve("draft-of-one-who-died"));
        Shelf.at(mount, 1000);
        assertThat(mount.resolve("bide-store")).exists();
    }

    @Test
    void at_linkToADirectory_isTaken() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        Shelf.at(link, 1000);
        assertThat(folder.resolve("real/bide-store")).exists();
    }

    @Test
    void at_file_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        refused(file, IllegalArgumentException.class)
                .hasMessage(file
                        + " is a file, and a store is a directory. Name a directory, or one that is not there yet");
        assertThat(file).hasContent("text");
    }

    @Test
    void at_directoryWithOtherFiles_isRefusedAndUntouched() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "text");
        refused(folder, IllegalArgumentException.class)
                .hasMessageContainingAll(
                        folder.toString(),
                        "not empty and not a store",
                        "'thesis.tex'",
                        "name a directory that is empty");
        assertThat(folder).isDirectoryNotContaining("glob:**bide-store");
    }

    @Test
    void at_newerFormat_isRefused() throws IOException {
        Files.writeString(folder.resolve("bide-store"), "bide-store 2\nwhatever comes\n");
        refused(folder, IllegalArgumentException.class)
                .hasMessageContainingAll(
                        folder.toString(), "newer Bide", "format is 2", "knows 1", "or name another directory");
    }

    @Test
    void at_markerOfSomethingElse_isRefused() throws IOException {
        for (String text : new String[] {"", "bide-store", "hello\n", "\0\0\0\0", "bide-store 99999999999\n"}) {
            Files.writeString(folder.resolve("bide-store"), text);
            refused(folder, IllegalArgumentException.class)
                    .hasMessageContainingAll(
                            folder.toString(), "'bide-store'", "not what Bide writes", "Name another directory");
        }
    }

    @Test
    void at_placeUnderAFile_saysWhatToDo() throws IOException {
        Path under = Files.writeString(folder.resolve("file"), "text").resolve("store");
        refused(under, UncheckedIOException.class)
                .hasMessageContainingAll(under.toString(), "See that this user may write there");
    }

    @Test
    void at_directoryThatCannotBeWritten_saysWhatToDo() {
        Path readOnly = folder.resolve("store");
        Shelf.at(readOnly, 1000);
        assumeThat(readOnly.toFile().setWritable(false) && !Files.isWritable(readOnly))
                .as("the superuser writes everywhere")
                .isTrue();
        refused(readOnly, UncheckedIOException.class)
                .hasMessageContainingAll(readOnly.toString(), "cannot be written by this user", "copy it (cp -r)");
        assertThat(Inventory.of(readOnly).entries()).isEmpty();
        assertThat(readOnly.toFile().setWritable(true)).isTrue();
    }

    @Test
    void at_boundOfNothing_isRefused() {
        assertThatThrownBy(() -> Shelf.at(folder, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(folder.toString(), "0 bytes", "give it more than 0");
    }

    @Test
    void inventory_whereNoStoreIs_makesNone() throws IOException {
        Path missing = folder.resolve("typo");
        assertThatThrownBy(() -> Inventory.of(missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("there is no directory " + missing, "Name the one");
        assertThat(missing).doesNotExist();

        assertThatThrownBy(() -> Inventory.of(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(folder + " is not a store", "'bide-store'", "Store.at(..)");
        assertThat(folder).isEmptyDirectory();
    }

    private static AbstractThrowableAssert<?, ?> refused(Path place, Class<? extends Exception> type) {
        return assertThatThrownBy(() -> Shelf.at(place, 1000)).isInstanceOf(type);
    }
}
