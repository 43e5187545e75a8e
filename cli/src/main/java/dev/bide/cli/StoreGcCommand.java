package dev.bide.cli;

import dev.bide.store.Collected;
import dev.bide.store.Entry;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bide store gc}: removes what is of no use, and what there is no room for. */
@Command(
        name = "gc",
        description = "Removes damaged and unfinished files, and results beyond a bound.",
        customSynopsis = "bide store gc [--most <size>] <dir>",
        footer = {
            "",
            "Of the results those go first that are worth least: bide store ls shows them",
            "last. Files that a running program is writing are left alone."
        })
final class StoreGcCommand implements Runnable {
    /** Reads a size. A type of its own for picocli, which reads longs without units. */
    static final class Size implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Figures.parseBytes(text);
        }
    }

    @Mixin
    private StoreChoice choice = new StoreChoice();

    @Option(
            names = {"-m", "--most"},
            paramLabel = "<size>",
            converter = Size.class,
            description = "How much may stay: bytes, or with a unit as in 500M, 10G or 1.5T (1K is 1024 bytes). "
                    + "Without it, no result is removed that is whole.")
    private @Nullable Long most;

    @Override
    public void run() {
        Long bound = most;
        Collected collected = choice.with(store -> bound == null ? store.collect() : store.collect(bound));
        StringJoiner removed = new StringJoiner(", ").setEmptyValue("nothing");
        if (!collected.evicted().isEmpty()) {
            long bytes = collected.evicted().stream().mapToLong(Entry::bytes).sum();
            removed.add(Figures.results(collected.evicted().size(), bytes));
        }
        collected.damaged().stream()
                .filter(damage -> !damage.removed())
                .forEach(damage -> System.out.println(StoreVerifyCommand.text(damage)));
        long damaged =
                collected.damaged().stream().filter(damage -> damage.removed()).count();
        if (damaged > 0) {
            removed.add(damaged + " damaged");
        }
        if (collected.drafts() > 0) {
            removed.add(collected.drafts() + " unfinished");
        }
        System.out.println("removed: " + removed);
        System.out.println("left: " + Figures.results(collected.entries(), collected.bytes()));
    }
}
