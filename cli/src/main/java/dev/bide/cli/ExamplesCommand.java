package dev.bide.cli;

import dev.bide.examples.Example;
import dev.bide.examples.Examples;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code bide examples}: what there is to run. */
@Command(name = "examples", description = "Lists the examples that come with Bide.")
final class ExamplesCommand implements Runnable {
    @Override
    public void run() {
        List<Example> all = Examples.all();
        int width =
                all.stream().mapToInt(example -> example.name().length()).max().orElse(0);
        for (Example example : all) {
            System.out.println(
                    example.name() + " ".repeat(width + 3 - example.name().length()) + example.idea());
        }
        System.out.println();
        System.out.println("Run one with: bide run " + all.get(0).name());
    }
}
