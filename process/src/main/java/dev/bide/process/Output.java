package dev.bide.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Where lines of workers go.
 *
 * @param out takes what they print
 * @param err takes their errors
 */
record Output(Consumer<String> out, Consumer<String> err) {
    /** A line that never ends is told in pieces, so that nobody can make us hold all of it. */
    static final int LONGEST = 8192;

    /** This JVM's own, whatever they are at that time. */
    static Output toSystem() {
        return new Output(line -> System.out.println(line), line -> System.err.println(line));
    }

    /** Passes on lines until the stream ends. */
    static void forward(InputStream from, Consumer<String> lines) {
        StringBuilder line = new StringBuilder();
        char[] read = new char[LONGEST];
        try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
            for (int count = reader.read(read); count >= 0; count = reader.read(read)) {
                for (int i = 0; i < count; i++) {
                    take(read[i], line, lines);
                }
            }
        } catch (IOException e) {
            // The worker is gone, and its output with it.
        }
        if (!line.isEmpty()) {
            lines.accept(line.toString());
        }
    }

    private static void take(char next, StringBuilder line, Consumer<String> lines) {
        if (next != '\n' && next != '\r') {
            line.append(next);
        }
        if (next == '\n' || line.length() == LONGEST) {
            lines.accept(line.toString());
            line.setLength(0);
        }
    }
}
