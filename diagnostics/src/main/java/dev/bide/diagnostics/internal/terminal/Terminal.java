package dev.bide.diagnostics.internal.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's words go: a stream, and what it can show. Heeds {@code NO_COLOR}, {@code CI}, {@code TERM=dumb} and {@code
 * COLUMNS}. What cannot be written is said once to the logger {@code dev.bide}, and the run goes on.
 */
public final class Terminal {
    private static final int USUAL_COLUMNS = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final String ESCAPE = "\u001b[";
    private static final List<List<String>> PLAIN = List.of(
            List.of("✔", "OK"),
            List.of("✘", "FAILED"),
            List.of("·", "|"),
            List.of("→", "->"),
            List.of("…", "..."),
            List.of("×", "x"),
            List.of("µ", "u"),
            List.of("█", "#"),
            List.of("░", "."));

    /** The stream of which it was last said that it is closed: terminals are many, their streams are not. */
    private static final AtomicReference<@Nullable PrintStream> CLOSED = new AtomicReference<>();

    private static final Map<PrintStream, Object> WRITE_OVER = Collections.synchronizedMap(new WeakHashMap<>());

    private final PrintStream out;
    private final boolean inPlace;
    private final boolean coloured;
    private final boolean unicode;
    private final int columns;

    private Terminal(PrintStream out, boolean inPlace, boolean coloured, boolean unicode, int columns) {
        this.out = out;
        this.inPlace = inPlace;
        this.coloured = coloured;
        this.unicode = unicode;
        this.columns = columns;
    }

    /** What the program's standard error is, found when it is first asked for: that may take some milliseconds. */
    private static final class StandardError {
        static final boolean IS_TERMINAL = test();

        private static boolean test() {
            try {
                Process test = new ProcessBuilder("sh", "-c", "test -t 2")
                        .redirectError(Redirect.INHERIT)
                        .start();
                return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
            } catch (IOException noShell) {
                return false;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /**
     * Gives the standard error of the program as it is now.
     *
     * @return the terminal
     */
    public static Terminal standardError() {
        return of(System.err, System.getenv(), () -> StandardError.IS_TERMINAL, charset());
    }

    /**
     * Makes a terminal of a stream.
     *
     * @param out the stream
     * @param environment the environment
     * @param terminal whether a reader sits before it; asked only if the environment leaves that open
     * @param charset the name of what its text is encoded in
     * @return the terminal
     */
    static Terminal of(PrintStream out, Map<String, String> environment, BooleanSupplier terminal, String charset) {
        String kind = environment.getOrDefault("TERM", "dumb");
        boolean plain = kind.equals("dumb") || isSet(environment, "CI") || !terminal.getAsBoolean();
        boolean coloured = !plain && !isSet(environment, "NO_COLOR");
        return new Terminal(out, !plain, coloured, canEncode(environment, charset), columns(environment));
    }

    private static String charset() {
        return System.getProperty(
                "stderr.encoding",
                System.getProperty("sun.stderr.encoding", System.getProperty("native.encoding", "UTF-8")));
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    /** A JVM in a POSIX locale writes question marks, whatever the terminal could show. */
    private static boolean canEncode(Map<String, String> environment, String charset) {
        try {
            return !isSet(environment, "BIDE_ASCII")
                    && Charset.forName(charset).newEncoder().canEncode("✔✘·→…×µ█░");
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static int columns(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
    }

    // ---------------------------------------------------------------- writing

    /** Whether lines can be written over. */
    boolean inPlace() {
        return inPlace;
    }

    int columns() {
        return columns;
    }

    /**
     * Writes lines, in one piece.
     *
     * @param lines the lines
     */
    public void print(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(coloured(plain(line))).append(System.lineSeparator()));
        write(text.toString());
    }

    /** Of those who show several runs at a time one may write over the last lines of a stream, and the others add lines. */
    boolean claim(Object who) {
        return who.equals(WRITE_OVER.computeIfAbsent(out, ignored -> who));
    }

    void release(Object who) {
        WRITE_OVER.remove(out, who);
    }

    /** Writes lines over those that were written last. */
    void printOver(int last, List<String> lines) {
        StringBuilder text = new StringBuilder(last == 0 ? "" : ESCAPE + last + "A" + ESCAPE + "J");
        lines.forEach(line -> text.append(coloured(cut(plain(line)))).append(System.lineSeparator()));
        write(text.toString());
    }

    private void write(String text) {
        out.print(text);
        if (out.checkError() && !out.equals(CLOSED.getAndSet(out))) {
            System.getLogger("dev.bide")
                    .log(Level.WARNING, "nothing can be written to standard error; the run goes on");
        }
    }

    /** A line that the terminal would break could not be written over. */
    private String cut(String line) {
        return line.codePointCount(0, line.length()) <= columns - 1
                ? line
                : line.substring(0, line.offsetByCodePoints(0, columns - 2)) + (unicode ? "…" : "~");
    }

    /** One line, as far as the terminal has the characters: a name or a message may hold anything. */
    private String plain(String line) {
        String text = CONTROL.matcher(line).replaceAll(" ");
        if (!unicode) {
            for (List<String> plain : PLAIN) {
                text = text.replace(plain.get(0), plain.get(1));
            }
        }
        return text;
    }

    private String coloured(String line) {
        if (!coloured) {
            return line;
        }
        String green = ESCAPE + "32m✔" + ESCAPE + "0m";
        String red = ESCAPE + "31m✘" + ESCAPE + "0m";
        return line.startsWith("✔") ? green + line.substring(1) : line.startsWith("✘") ? red + line.substring(1) : line;
    }
}
