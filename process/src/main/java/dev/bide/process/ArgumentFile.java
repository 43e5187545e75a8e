package dev.bide.process;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file of arguments, as {@code java} reads it after an {@code @}: one quoted argument a line. */
final class ArgumentFile {
    private ArgumentFile() {}

    /** Writes it in the encoding that the launcher takes names of files in. */
    static void write(Path file, List<String> arguments) throws IOException {
        String text = arguments.stream().map(ArgumentFile::quoted).collect(Collectors.joining("\n", "", "\n"));
        Files.write(file, text.getBytes(encoding()));
    }

    static String quoted(String argument) {
        return '"'
                + argument.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                        .replace("\f", "\\f")
                + '"';
    }

    private static Charset encoding() {
        String name = System.getProperty("sun.jnu.encoding", "UTF-8");
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}
