package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.file.WholeFile;
import dev.bide.diagnostics.internal.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the report of a run: one HTML file that explains it and needs nothing else. */
public final class Report {
    private Report() {}

    /**
     * Writes a report. The file is there whole or not at all; what was there before stays until then.
     *
     * @param recording of the run
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public static void write(Recording recording, Path file) throws IOException {
        String page = Page.of(recording);
        WholeFile.write(file, out -> out.write(page));
    }
}
