package dev.bide.diagnostics;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Standard error and the log, as long as this is open. */
final class Captured implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger("dev.bide");

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord message) {
            synchronized (logged) {
                logged.add(message.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Captured() {
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(handler);
    }

    /** What a reader sees, who has the characters or has not. */
    List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[\\d+m", "")
                .replaceFirst("(?m)^✔", "OK")
                .replaceFirst("(?m)^✘", "FAILED")
                .lines()
                .toList();
    }

    String text() {
        return String.join("\n", lines());
    }

    List<String> logged() {
        synchronized (logged) {
            return List.copyOf(logged);
        }
    }

    @Override
    public void close() {
        System.setErr(before);
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
    }
}
