package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.file.WholeFile;
import dev.bide.diagnostics.internal.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;

/** A page about a run. */
public final class Report {
    private Report() {}

    /**
     * Writes a report.
     *
     * @param recording of the run
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void write(Recording recording, Path file) throws IOException {
        WholeFile.write(file, out -> out.write(recording.title()));
    }
}
