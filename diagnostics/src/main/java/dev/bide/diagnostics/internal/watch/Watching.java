package dev.bide.diagnostics.internal.watch;

import dev.bide.diagnostics.internal.recording.HeapWatch;
import dev.bide.diagnostics.internal.recording.Recorder;
import dev.bide.diagnostics.internal.terminal.ProgressDisplay;
import dev.bide.diagnostics.internal.watch.Part.Format;
import dev.bide.schedule.RunOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds to the options of a run who listens for what was asked. */
public final class Watching {
    private Watching() {}

    /**
     * Adds listeners.
     *
     * @param parts what was asked for
     * @param title what the run is called, or {@code null} for the key of its root
     * @param options the run's own
     * @return options like these, with listeners for one run
     */
    public static RunOptions with(List<Part> parts, @Nullable String title, RunOptions options) {
        RunOptions all = options;
        for (Part part : parts) {
            if (part instanceof Part.Heard heard) {
                all = all.listener(heard.listener());
            }
        }
        boolean summary =
                parts.contains(Part.Shown.SUMMARY) || parts.stream().anyMatch(part -> is(part, Format.REPORT));
        if (parts.contains(Part.Shown.PROGRESS)) {
            all = all.listener(new ProgressDisplay(title, summary));
        }
        if (!parts.stream().allMatch(part -> part instanceof Part.Heard || part == Part.Shown.PROGRESS)) {
            all = recorded(parts, title, summary, all);
        }
        return all;
    }

    private static RunOptions recorded(List<Part> parts, @Nullable String title, boolean summary, RunOptions options) {
        List<Path> reports = next(parts, Format.REPORT);
        List<Path> traces = next(parts, Format.TRACE);
        Recorder recorder = new Recorder();
        RunOptions all = options.listener(recorder);
        if (!summary && traces.isEmpty()) {
            return all;
        }
        HeapWatch heap = new HeapWatch();
        boolean written = !reports.isEmpty() || !traces.isEmpty();
        return (written ? all.listener(heap) : all)
                .listener(new AfterRun(title, recorder, heap, new AfterRun.Asked(summary, reports, traces)));
    }

    private static List<Path> next(List<Part> parts, Format format) {
        return parts.stream()
                .filter(part -> is(part, format))
                .map(part -> ((Part.Written) part).next())
                .toList();
    }

    private static boolean is(Part part, Format format) {
        return part instanceof Part.Written written && written.format() == format;
    }
}
