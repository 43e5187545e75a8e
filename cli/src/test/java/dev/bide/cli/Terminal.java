package dev.bide.cli;

import dev.bide.Schedulers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs commands in this JVM as a shell would, and keeps what they print. */
final class Terminal {
    private Terminal() {}

    /** How a command ended, and what it printed. */
    record Outcome(int code, String out, String err) {}

    static Outcome bide(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
        try {
            int code = Main.commandLine().execute(texts);
            return new Outcome(code, text(outBytes), text(errBytes));
        } finally {
            System.setOut(out);
            System.setErr(err);
            Thread.currentThread().setContextClassLoader(loader);
            Schedulers.setDefault(null);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** Writes a source file with Bide's verbs imported; its first line is line 3. */
    static Path source(Path folder, String name, String classes) {
        return file(folder, name, "import static dev.bide.Bide.*;\nimport java.util.*;\n" + classes);
    }

    static Path file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
