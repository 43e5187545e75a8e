package dev.bide.diagnostics.internal.watch;

import dev.bide.event.RunListener;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One thing that a user asked for. */
public sealed interface Part {
    /** Something that needs no more to be said about it. */
    enum Shown implements Part {
        /** How far a run has come. */
        PROGRESS,
        /** How a run ended. */
        SUMMARY,
        /** A run is only written down. */
        NOTHING
    }

    /**
     * A listener that hears each run.
     *
     * @param listener the listener
     */
    record Heard(RunListener listener) implements Part {}

    /** What a file says about a run. */
    enum Format {
        /** A page to read. */
        REPORT,
        /** A trace for viewers. */
        TRACE
    }

    /**
     * A file for each run.
     *
     * @param format what it says
     * @param file the file of the first run
     * @param runs how many have been told their file
     */
    record Written(Format format, Path file, AtomicInteger runs) implements Part {
        /**
         * Begins with the first run.
         *
         * @param format what the files say
         * @param file the file of the first run
         * @return the part
         */
        public static Written of(Format format, Path file) {
            return new Written(format, file, new AtomicInteger());
        }

        /** The file of the next run: {@code report.html}, {@code report-2.html}, ... */
        Path next() {
            int run = runs.incrementAndGet();
            if (run == 1) {
                return file;
            }
            String name = String.valueOf(file.getFileName());
            int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
            return file.resolveSibling(name.substring(0, dot) + "-" + run + name.substring(dot));
        }
    }
}
