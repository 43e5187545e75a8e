package dev.bide.cli;

import dev.bide.Schedulers;
import dev.bide.draw.Drawing;
import dev.bide.graph.Plan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code bide graph}: starts a program, and prints the graph of the first result it asks for instead of running it. */
@Command(
        name = "graph",
        description = "Prints the graph of the first result that a program asks for, and runs no task of it.",
        customSynopsis = "bide graph [options] <File.java | example> [-- <args>...]",
        footer = {
            "",
            "The text has a line for each task, in the order to run them: its key, and what",
            "it needs. The program's main does run, as far as its first compute(), start()",
            "or persist() on the default scheduler; what it prints goes to standard error.",
            "If it passes a scheduler of its own, or sets the default, its tasks run there."
        })
final class GraphCommand implements Callable<Integer> {
    private static final String NOT_ASKED = """
            bide: the program ended and asked the default scheduler for no result, so there is no graph to print.
            bide graph sees compute(), start() and persist(). A program that passes a scheduler, as in
            compute(Schedulers.threads(4)), or sets the default has run its tasks there: let it do neither, and choose
            where to run with: bide run --scheduler 'threads(4)'""";

    /** A way to write a graph down. */
    interface Format {
        void write(Plan plan, Appendable out) throws IOException;

        static Format named(String name) {
            return switch (name) {
                case "text" -> Drawing::text;
                case "dot" -> Drawing::dot;
                default -> throw new TypeConversionException("use text or dot, not '" + name + "'");
            };
        }
    }

    @Mixin
    private ProgramChoice choice = new ProgramChoice();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "<format>",
            description = "text (the default), or dot for Graphviz.")
    private Format format = Drawing::text;

    @Override
    public Integer call() throws ClassNotFoundException {
        Program program = choice.load();
        PrintStream out = System.out;
        DrawingScheduler drawing = new DrawingScheduler(plan -> draw(plan, out));
        System.setOut(System.err);
        Schedulers.setDefault(drawing);
        try {
            program.start(choice.arguments());
        } catch (Throwable thrown) {
            if (!drawing.hasDrawn()) {
                Failure.print(thrown, System.err);
                return ExitCode.SOFTWARE;
            }
        }
        if (!drawing.hasDrawn()) {
            System.err.println(NOT_ASKED);
            return ExitCode.SOFTWARE;
        }
        return ExitCode.OK;
    }

    private void draw(Plan plan, PrintStream out) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            format.write(plan, writer);
            writer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        long growing = IntStream.range(0, plan.size()).filter(plan::expands).count();
        if (growing > 0) {
            System.err.println("bide: " + growing + (growing == 1 ? " task goes" : " tasks go")
                    + " on with calls that are known only when it runs; they are not shown.");
        }
    }
}
