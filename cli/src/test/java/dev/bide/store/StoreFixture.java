package dev.bide.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Fills stores for the tests of their commands: the shelf is seen by its own package alone. */
public final class StoreFixture {
    private StoreFixture() {}

    /** Writes a result, and answers in which file it is. */
    public static Path write(Path store, String task, long costMillis, int bytes) throws IOException {
        Shelf shelf = Shelf.at(store, Shelf.NO_BOUND);
        ContentKey key = new ContentKey(String.format("%064x", bytes));
        shelf.write(key, task, Duration.ofMillis(costMillis), new byte[bytes]);
        return new Layout(shelf.directory()).file(key);
    }
}
