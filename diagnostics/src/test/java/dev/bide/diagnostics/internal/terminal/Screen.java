package dev.bide.diagnostics.internal.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal of a test, which knows what a reader would see. */
final class Screen {
    private static final Pattern UP = Pattern.compile("\u001b\\[(\\d+)A\u001b\\[J");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final Terminal terminal;

    private Screen(Map<String, String> environment, boolean terminal, String charset) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        this.terminal = Terminal.of(out, environment, () -> terminal, charset);
    }

    /** One that shows colours and can be written over. */
    static Screen of(Map<String, String> environment) {
        return new Screen(environment, true, "UTF-8");
    }

    /** One that shows no colours and can be written over. */
    static Screen inPlace() {
        return of(Map.of("TERM", "xterm", "NO_COLOR", "1"));
    }

    /** A file or a pipe. */
    static Screen plain() {
        return new Screen(Map.of("TERM", "xterm"), false, "UTF-8");
    }

    static Screen encoded(String charset) {
        return new Screen(Map.of("TERM", "xterm", "NO_COLOR", "1"), true, charset);
    }

    /** All that was written. */
    String written() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** The lines that are there to read at the end. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String line : written().split("\n")) {
            Matcher up = UP.matcher(line);
            String text = line;
            while (up.find()) {
                int count = Integer.parseInt(up.group(1));
                lines.subList(lines.size() - count, lines.size()).clear();
                text = up.replaceFirst("");
                up.reset(text);
            }
            if (!text.isEmpty()) {
                lines.add(text);
            }
        }
        return lines;
    }
}
