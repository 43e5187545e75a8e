package dev.bide.store;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what the store warns of, and keeps it from the test's output. */
final class Logged extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("dev.bide.store");
    private final List<String> messages = new ArrayList<>();

    Logged() {
        logger.addHandler(this);
        logger.setUseParentHandlers(false);
    }

    synchronized List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public synchronized void publish(LogRecord message) {
        messages.add(message.getMessage());
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
