package dev.bide.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bide store}: looks after the results that programs have stored. */
@Command(
        name = "store",
        description = "Lists, checks and thins out the results that programs have stored.",
        subcommands = {StoreLsCommand.class, StoreVerifyCommand.class, StoreGcCommand.class},
        footer = {
            "",
            "  bide store ls results              list what is stored in the directory",
            "  bide store verify results          find and remove what is damaged",
            "  bide store gc --most 10G results   keep the 10 GiB that are worth most",
            "",
            "Programs may be using the store meanwhile: what is removed they compute again."
        })
final class StoreCommand implements Runnable {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public void run() {
        CommandLine.usage(command.commandLine(), System.out);
    }
}
