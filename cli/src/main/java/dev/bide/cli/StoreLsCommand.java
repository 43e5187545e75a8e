package dev.bide.cli;

import dev.bide.store.Entry;
import dev.bide.store.Inventory;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bide store ls}: a line for each result. */
@Command(
        name = "ls",
        description = "Lists the results in a store, those that are worth most first.",
        customSynopsis = "bide store ls <dir>",
        footer = {
            "",
            "A result is worth what it took to compute, times its uses and one, for each of",
            "its bytes. When the store has no more room, the last of the list go first.",
            "The key is the beginning of the name of the result's file."
        })
final class StoreLsCommand implements Runnable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String ROW = "%10s  %6s  %10s  %-19s  %-16s  %s%n";
    private static final int DIGITS = 16;

    @Mixin
    private StoreChoice choice = new StoreChoice();

    @Override
    public void run() {
        List<Entry> entries = choice.with(StoreLsCommand::sorted);
        if (!entries.isEmpty()) {
            System.out.printf(Locale.ROOT, ROW, "size", "uses", "cost", "written", "key", "task");
        }
        for (Entry entry : entries) {
            System.out.printf(
                    Locale.ROOT,
                    ROW,
                    Figures.bytes(entry.bytes()),
                    entry.uses(),
                    Figures.time(entry.cost()),
                    TIME.format(entry.written().atZone(ZoneId.systemDefault())),
                    entry.key().hex().substring(0, DIGITS),
                    entry.task().replaceAll("\\p{Cntrl}", "?"));
        }
        long bytes = entries.stream().mapToLong(Entry::bytes).sum();
        System.out.println(Figures.results(entries.size(), bytes));
    }

    private static List<Entry> sorted(Inventory inventory) {
        Comparator<Entry> worth = Comparator.comparingDouble(Entry::worth);
        return inventory
                .entries()
                .sorted(worth.reversed().thenComparing(entry -> entry.key().hex()))
                .toList();
    }
}
