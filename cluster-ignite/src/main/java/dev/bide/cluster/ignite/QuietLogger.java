package dev.bide.cluster.ignite;

import java.util.List;
import org.apache.ignite.IgniteLogger;
import org.jspecify.annotations.Nullable;

/** Passes Ignite's warnings and errors on to the JDK's platform logging, and drops the rest. */
final class QuietLogger implements IgniteLogger {
    /** Advice against what we do on purpose, and details of what is told otherwise: a node was lost, a start failed. */
    private static final List<String> KNOWN = List.of(
            "Peer class loading is enabled",
            "Deployment mode for cache is not",
            "Please set system property '-Djava.net.preferIPv4Stack",
            "Initial heap size is",
            "Persistence store directory is in the temp directory",
            "Failed to resolve class [originatingNodeId",
            "Close incoming connection, unknown node",
            "Failed to send message to next node",
            "Failed to send message to remote node",
            "Failed to send receipt on message",
            "Failed to ping node",
            "Failed to check connection to previous node",
            "Local node has detected failed nodes",
            "Will cancel unfinished tasks",
            "Node FAILED",
            "Failed to process selector key",
            "New next node has connection to it's previous",
            "The total amount of RAM configured for nodes",
            "Possible too long JVM pause",
            "Thread dump at",
            "Page locks dump",
            "No deadlocked threads",
            "Failed to start manager",
            "Got exception while starting");

    private static final int LONGEST = 300;

    private final System.Logger log;

    QuietLogger() {
        this("org.apache.ignite");
    }

    private QuietLogger(String name) {
        log = System.getLogger(name);
    }

    @Override
    public IgniteLogger getLogger(@Nullable Object category) {
        if (category == null) {
            return this;
        }
        return new QuietLogger(category instanceof Class<?> type ? type.getName() : category.toString());
    }

    @Override
    public void trace(String message) {}

    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warning(String message, @Nullable Throwable cause) {
        say(System.Logger.Level.WARNING, message, cause);
    }

    @Override
    public void error(String message, @Nullable Throwable cause) {
        say(System.Logger.Level.ERROR, message, cause);
    }

    /** A node that dies makes Ignite write pages: one line here, the rest for who asks for details. */
    private void say(System.Logger.Level level, String message, @Nullable Throwable cause) {
        if (KNOWN.stream().anyMatch(message::startsWith)) {
            log.log(System.Logger.Level.DEBUG, message, cause);
            return;
        }
        String line = message.length() > LONGEST ? message.substring(0, LONGEST) + " ..." : message;
        log.log(level, cause == null ? line : line + ": " + cause);
        log.log(System.Logger.Level.DEBUG, message, cause);
    }

    @Override
    public void error(@Nullable String marker, String message, @Nullable Throwable cause) {
        error(message, cause);
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    /** Says no: a quiet logger of Ignite's prints a banner to standard output instead. */
    @Override
    public boolean isQuiet() {
        return false;
    }

    @Override
    public @Nullable String fileName() {
        return null;
    }
}
