package dev.bide.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command's arguments: in one line, and a second one that says where to read on. */
final class Mistake {
    private Mistake() {}

    static int report(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        System.err.println("bide: " + text(wrong, line));
        System.err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static @Nullable String text(ParameterException wrong, CommandLine line) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return wrong.getMessage();
        }
        String first = unmatched.getUnmatched().get(0);
        if (first.startsWith("-") && runsNoProgram(line)) {
            return "there is no option '" + first + "'.";
        }
        if (first.startsWith("-")) {
            return "there is no option '" + first + "'. What is meant for the program stands after --, as in: "
                    + "bide run Pipeline.java -- " + first;
        }
        return line.getSubcommands().isEmpty() ? wrong.getMessage() : noCommand(first, line);
    }

    /** Whether the command runs no program that an option could be meant for. */
    private static boolean runsNoProgram(CommandLine line) {
        return line.getCommandSpec().qualifiedName().matches("bide (store|worker|cluster)\\b.*");
    }

    private static String noCommand(String name, CommandLine line) {
        boolean atRoot = line.getParent() == null;
        if (atRoot && (name.endsWith(".java") || Program.isExample(name))) {
            return "there is no command '" + name + "'. Did you mean: bide run " + name;
        }
        List<String> commands = List.copyOf(line.getSubcommands().keySet());
        return "there is no command '" + name + "'. There are: " + String.join(", ", commands) + ".";
    }
}
