package dev.bide.diagnostics.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
    private static final String GREEN = "\u001b[32m✔\u001b[0m";

    static final List<Map<String, String>> NOT_IN_PLACE = List.of(
            Map.of(),
            Map.of("TERM", "dumb"),
            Map.of("TERM", "xterm", "CI", "true"),
            Map.of("TERM", "xterm", "CI", "1"));

    private static String printed(Screen screen, String... lines) {
        screen.terminal.print(List.of(lines));
        return screen.written();
    }

    @Test
    void print_onATerminal_coloursTheMark() {
        Screen screen = Screen.of(Map.of("TERM", "xterm"));

        assertThat(printed(screen, "✔ done", "✘ failed", "  a ✔ within"))
                .isEqualTo(GREEN + " done\n\u001b[31m✘\u001b[0m failed\n  a ✔ within\n");
        assertThat(screen.terminal.inPlace()).isTrue();
    }

    @Test
    void print_noColor_isHeeded() {
        Screen screen = Screen.of(Map.of("TERM", "xterm", "NO_COLOR", "1"));

        assertThat(printed(screen, "✔ done")).isEqualTo("✔ done\n");
        assertThat(screen.terminal.inPlace()).isTrue();
    }

    @Test
    void print_emptyNoColorAndCi_areNotSet() {
        Screen screen = Screen.of(Map.of("TERM", "xterm", "NO_COLOR", "", "CI", ""));

        assertThat(printed(screen, "✔ done")).isEqualTo(GREEN + " done\n");
        assertThat(screen.terminal.inPlace()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("NOT_IN_PLACE")
    void print_environmentWithoutATerminal_isPlain(Map<String, String> environment) {
        Screen screen = Screen.of(environment);

        assertThat(printed(screen, "✔ done")).isEqualTo("✔ done\n");
        assertThat(screen.terminal.inPlace()).isFalse();
    }

    @Test
    void print_toAFile_isPlain() {
        Screen screen = Screen.plain();

        assertThat(printed(screen, "✔ done")).isEqualTo("✔ done\n");
        assertThat(screen.terminal.inPlace()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "ANSI_X3.4-1968", "no such charset"})
    void print_streamThatCannotEncodeIt_isAscii(String charset) {
        assertThat(printed(Screen.encoded(charset), "✔ cv: 12 µs · a → … → b (1×)", "✘ cv █░"))
                .isEqualTo("OK cv: 12 us | a -> ... -> b (1x)\nFAILED cv #.\n");
    }

    @Test
    void print_controlCharacters_stayOnTheirLine() {
        assertThat(printed(Screen.inPlace(), "a\nb\tc\u001b[2Jd")).isEqualTo("a b c [2Jd\n");
    }

    @Test
    void printOver_linesOfBefore_areGone() {
        Screen screen = Screen.inPlace();
        screen.terminal.print(List.of("before"));

        screen.terminal.printOver(0, List.of("a", "b", "c"));
        screen.terminal.printOver(3, List.of("d", "e"));

        assertThat(screen.lines()).containsExactly("before", "d", "e");
    }

    @Test
    void printOver_lineTooLong_isCutToTheColumns() {
        Screen screen = Screen.of(Map.of("TERM", "xterm", "NO_COLOR", "1", "COLUMNS", "20"));

        screen.terminal.printOver(0, List.of("x".repeat(19), "x".repeat(20), "\ud83d\ude00".repeat(20)));

        assertThat(screen.lines())
                .containsExactly("x".repeat(19), "x".repeat(18) + "…", "\ud83d\ude00".repeat(18) + "…");
    }

    @Test
    void printOver_lineThatIsLongerInAscii_isCutToo() {
        Screen screen = Screen.encoded("US-ASCII");

        screen.terminal.printOver(0, List.of("→".repeat(60)));

        assertThat(screen.lines().get(0)).hasSize(99).endsWith(">~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "wide", "123456"})
    void columns_thatMakeNoSense_areTheUsual(String columns) {
        assertThat(Screen.of(Map.of("COLUMNS", columns)).terminal.columns()).isEqualTo(100);
    }

    @Test
    void print_closedStream_isSaidOnceToTheLogger() {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                logged.add(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("dev.bide");
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try {
            PrintStream closed = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
            closed.close();
            for (int run = 0; run < 3; run++) {
                Terminal.of(closed, Map.of(), () -> false, "UTF-8").print(List.of("a"));
            }
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }

        assertThat(logged).containsExactly("nothing can be written to standard error; the run goes on");
    }
}
