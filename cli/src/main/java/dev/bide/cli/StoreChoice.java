package dev.bide.cli;

import dev.bide.store.Inventory;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Parameters;

/** The directory of the store that a command is about. */
final class StoreChoice {
    @Parameters(paramLabel = "<dir>", description = "The directory that a program gives to Store.at(..).")
    private Path directory = Path.of("");

    /** Does something with the store. If it cannot be done, the message of the store says why. */
    <T> T with(Function<Inventory, T> work) {
        try {
            return work.apply(Inventory.of(directory));
        } catch (IllegalArgumentException noStore) {
            throw Refusal.usage(String.valueOf(noStore.getMessage()));
        } catch (UncheckedIOException failed) {
            throw Refusal.program(String.valueOf(failed.getMessage()));
        }
    }
}
