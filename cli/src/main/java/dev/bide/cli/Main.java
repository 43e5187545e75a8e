package dev.bide.cli;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Bide's command line: {@code bide run Pipeline.java}. */
@Command(
        name = "bide",
        description = "Lazy task graphs for Java: build now, run later, in parallel.",
        subcommands = {
            RunCommand.class,
            RerunCommand.class,
            GraphCommand.class,
            StoreCommand.class,
            ExamplesCommand.class,
            WorkerCommand.class,
            ClusterCommand.class
        },
        versionProvider = Main.Versions.class,
        footer = {
            "",
            "  bide run Pipeline.java        compile one source file in memory, and run it",
            "  bide run nested-cv -s sync    run an example on one thread",
            "  bide run nested-cv --report   run it, and write report.html about it",
            "  bide graph Pipeline.java      print what it would run, and run no task",
            "  bide store ls results         list the results that a program has stored",
            "  bide run nested-cv -s processes   run it in child JVMs",
            "  bide cluster 3                start three workers, for -s ignite"
        })
public final class Main implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli itself acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the versions of Bide and of Java.")
    @SuppressWarnings("UnusedVariable") // picocli itself acts on it
    private boolean version;

    private Main() {}

    /**
     * Runs a command and ends the JVM with its exit code. A program that ran without a failure may have started threads of
     * its own: the JVM then ends when they do.
     *
     * @param arguments the command and its options
     */
    public static void main(String... arguments) {
        CommandLine line = commandLine();
        int code = line.execute(arguments);
        if (code != CommandLine.ExitCode.OK || !ran(line)) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExpandAtFiles(false)
                .registerConverter(GraphCommand.Format.class, GraphCommand.Format::named)
                .setParameterExceptionHandler((wrong, arguments) -> Mistake.report(wrong))
                .setExecutionExceptionHandler((thrown, line, parsed) -> Refusal.report(thrown));
    }

    private static boolean ran(CommandLine line) {
        return line.getParseResult().asCommandLineList().stream()
                .anyMatch(command -> command.getCommand() instanceof RunCommand);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** Bide's version, as the build wrote it into the jar, and Java's. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String built = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "bide " + Objects.requireNonNullElse(built, "(not from a jar)"),
                "Java " + Runtime.version() + " (" + System.getProperty("java.vm.name") + ")"
            };
        }
    }
}
