package dev.bide.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which program a command is about, and what to start it with. */
final class ProgramChoice {
    @Parameters(
            index = "0",
            paramLabel = "<program>",
            description = "A source file, or the name of an example: see 'bide examples'.")
    private String program = "";

    @Parameters(
            index = "1..*",
            paramLabel = "<args>",
            description = "What the program's main is called with. Options among them stand after --.")
    private List<String> arguments = new ArrayList<>();

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "<path>",
            description = "Folders and jars that the source file needs besides Bide and what the examples use.")
    private String classPath = "";

    Program load() throws ClassNotFoundException {
        return Program.of(program, ClassPath.parse(classPath));
    }

    /** The example's name, or the file's without its folder and ending. */
    String name() {
        return String.valueOf(Path.of(program).getFileName()).replaceFirst("\\.java$", "");
    }

    /** As the user wrote it. */
    String program() {
        return program;
    }

    String[] arguments() {
        return arguments.toArray(String[]::new);
    }
}
