package dev.bide.store;

import static dev.bide.store.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is half written stays as long as somebody writes it. */
class DraftTest {
    @TempDir
    private Path folder;

    /** Begins an entry, says so, and goes on for ever. */
    static final class Writer {
        private Writer() {}

        public static void main(String... arguments) throws IOException {
            Shelf.at(Path.of(arguments[0]), Shelf.NO_BOUND).write(key(1), "task", Duration.ZERO, out -> {
                out.write(new byte[100_000]);
                System.out.println("begun");
                System.in.read();
            });
        }
    }

    @Test
    void at_draftOfALivingProcess_isLeftAlone() throws Exception {
        try (ForkedJvm writer = ForkedJvm.start(Writer.class, folder)) {
            assertThat(writer.line()).isEqualTo("begun");
            Shelf.at(folder, Shelf.NO_BOUND);
            assertThat(Inventory.of(folder).collect().drafts()).isZero();
            assertThat(drafts()).hasSize(1);

            writer.kill();
            assertThat(drafts()).as("nobody could clear up").hasSize(1);
            Shelf shelf = Shelf.at(folder, Shelf.NO_BOUND);
            assertThat(drafts()).isEmpty();
            assertThat(shelf.has(key(1))).isFalse();
        }
    }

    @Test
    void collect_draftOfADeadProcess_isRemoved() throws Exception {
        try (ForkedJvm writer = ForkedJvm.start(Writer.class, folder)) {
            assertThat(writer.line()).isEqualTo("begun");
            writer.kill();
            assertThat(Inventory.of(folder).collect().drafts()).isEqualTo(1);
            assertThat(drafts()).isEmpty();
        }
    }

    @Test
    void at_draftOfThisProcess_isLeftAlone() throws IOException {
        Shelf shelf = Shelf.at(folder, Shelf.NO_BOUND);
        shelf.write(key(1), "task", Duration.ZERO, out -> {
            out.write(new byte[100_000]);
            Shelf.at(folder, Shelf.NO_BOUND);
            assertThat(Inventory.of(folder).collect().drafts()).isZero();
            assertThat(drafts()).hasSize(1);
        });
        assertThat(shelf.read(key(1))).isEqualTo(new byte[100_000]);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void close_notKept_deletesTheFile() throws IOException {
        Layout layout = new Layout(folder);
        try (Draft draft = Draft.in(folder, layout)) {
            draft.channel().write(ByteBuffer.wrap(new byte[10]));
            assertThat(folder).isDirectoryContaining("glob:**draft-*");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepAs_afterwards_theFileHasItsName() throws IOException {
        try (Draft draft = Draft.in(folder, new Layout(folder))) {
            draft.channel().write(ByteBuffer.wrap(new byte[10]));
            draft.keepAs(folder.resolve("kept"));
        }
        assertThat(folder.resolve("kept")).hasBinaryContent(new byte[10]);
        assertThat(folder).isDirectoryNotContaining("glob:**draft-*");
    }

    private List<Path> drafts() throws IOException {
        Path place = new Layout(folder).folder(key(1));
        return Files.exists(place) ? Layout.drafts(place) : List.of();
    }
}
