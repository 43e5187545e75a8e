package dev.bide.cli;

import dev.bide.store.DamagedFile;
import dev.bide.store.Inventory;
import dev.bide.store.Verified;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code bide store verify}: reads every result, and removes those that are damaged. */
@Command(
        name = "verify",
        description = "Reads all results in a store, and removes those that are damaged.",
        customSynopsis = "bide store verify <dir>",
        footer = {
            "",
            "The exit code is 1 if one was damaged. Programs check each result that they",
            "read as well, and compute it again if it is damaged."
        })
final class StoreVerifyCommand implements Callable<Integer> {
    @Mixin
    private StoreChoice choice = new StoreChoice();

    @Override
    public Integer call() {
        Verified verified = choice.with(Inventory::verify);
        for (DamagedFile damage : verified.damaged()) {
            System.out.println(text(damage));
        }
        System.out.println("whole: " + Figures.results(verified.whole(), verified.bytes()));
        return verified.damaged().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    static String text(DamagedFile damage) {
        return "damaged: " + damage.file() + ": " + damage.what()
                + (damage.removed() ? ". It was removed." : ". It is still there: see that this user may delete it.");
    }
}
