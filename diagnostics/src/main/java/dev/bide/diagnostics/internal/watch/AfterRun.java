package dev.bide.diagnostics.internal.watch;

import dev.bide.diagnostics.internal.file.ChromeTrace;
import dev.bide.diagnostics.internal.recording.HeapWatch;
import dev.bide.diagnostics.internal.recording.Recorder;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.report.Report;
import dev.bide.diagnostics.internal.terminal.Summary;
import dev.bide.diagnostics.internal.terminal.Terminal;
import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.RunEnded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a user asked for when a run has ended, before its result is given out. It comes last of all that listen, so
 * that they have heard all.
 */
final class AfterRun extends ConcurrentListener {
    private final @Nullable String title;
    private final Recorder recorder;
    private final HeapWatch heap;
    private final Asked asked;

    /**
     * What to write.
     *
     * @param summary whether to say how the run ended
     * @param reports where reports go
     * @param traces where traces go
     */
    record Asked(boolean summary, List<Path> reports, List<Path> traces) {}

    /** A way to write a file. */
    @FunctionalInterface
    private interface Writing {
        void write(Recording recording, Path file) throws IOException;
    }

    AfterRun(@Nullable String title, Recorder recorder, HeapWatch heap, Asked asked) {
        super(Set.of());
        this.title = title;
        this.recorder = recorder;
        this.heap = heap;
        this.asked = asked;
    }

    @Override
    public void on(Event event) {
        if (event instanceof RunEnded) {
            boolean interrupted = Thread.interrupted(); // Such a thread cannot ask what standard error is.
            try {
                tell();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void tell() {
        Recording recording = recorder.recording(title, heap.samples());
        List<String> problems = new ArrayList<>();
        List<Path> reports = written("report", recording, asked.reports(), Report::write, problems);
        written("trace", recording, asked.traces(), ChromeTrace::write, problems);
        List<String> lines = new ArrayList<>();
        if (asked.summary()) {
            lines.addAll(Summary.of(recording, reports.isEmpty() ? null : reports.get(0)));
        }
        lines.addAll(problems);
        if (!lines.isEmpty()) {
            Terminal.standardError().print(lines);
        }
    }

    /** Gives the files that were written. Whatever keeps one from being written must not reach the run. */
    private static List<Path> written(
            String what, Recording recording, List<Path> files, Writing writing, List<String> problems) {
        List<Path> written = new ArrayList<>();
        for (Path file : files) {
            try {
                writing.write(recording, file);
                written.add(file);
            } catch (IOException | RuntimeException | Error failed) {
                problems.add("  the " + what + " could not be written to " + file + ": " + failed);
            }
        }
        return written;
    }
}
