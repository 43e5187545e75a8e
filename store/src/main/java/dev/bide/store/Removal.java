package dev.bide.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Takes entries away. */
final class Removal {
    private Removal() {}

    /**
     * Removes an entry that was found damaged. Another process may by now have put a whole one in its place: so the
     * file is renamed first, looked at once more, and put back if it is whole.
     *
     * @return whether the damaged one is gone
     */
    static boolean damaged(Layout layout, ContentKey key) {
        Path file = layout.file(key);
        Path aside = Draft.newName(layout.folder(key));
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            if (isWhole(aside, key)) {
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(aside);
            }
            return true;
        } catch (NoSuchFileException gone) {
            return true;
        } catch (IOException unable) {
            return false;
        }
    }

    private static boolean isWhole(Path file, ContentKey key) throws IOException {
        try (EntryFile entry = EntryFile.open(file, key)) {
            entry.check();
            return true;
        } catch (DamagedEntry still) {
            return false;
        }
    }

    /** Deletes what dead processes left. Answers how many files that were. */
    static int drafts(Layout layout) throws IOException {
        int cleared = draftsIn(layout.root());
        for (Path folder : layout.folders()) {
            cleared += draftsIn(folder);
        }
        return cleared;
    }

    private static int draftsIn(Path folder) throws IOException {
        int cleared = 0;
        for (Path draft : Layout.drafts(folder)) {
            cleared += Draft.clear(draft) ? 1 : 0;
        }
        return cleared;
    }
}
