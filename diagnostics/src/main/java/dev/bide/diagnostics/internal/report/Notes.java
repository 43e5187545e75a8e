package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.recording.Recording;
import java.util.ArrayList;
import java.util.List;

/** What a reader of the task stream must know about what it leaves out. */
final class Notes {
    private static final double NEARLY_ALL = 0.99;

    private Notes() {}

    static String of(Recording recording, Shown shown, Lanes lanes) {
        List<String> notes = new ArrayList<>();
        if (recording.every() > 1) {
            notes.add(sampled(recording.tasks(), recording.every()));
        }
        if (shown.share() < 1) {
            notes.add(left(shown, recording.size()));
        }
        if (lanes.packed()) {
            notes.add("More than " + Lanes.MOST + " threads ran tasks: a task is drawn in the first lane that was free"
                    + (lanes.crowded() ? ", and where more ran at once they lie over each other." : "."));
        }
        Html html = new Html();
        notes.forEach(note -> html.element("p", note, "class", "note"));
        return html.toString();
    }

    static String sampled(long tasks, int every) {
        return "This run had " + Amounts.of(tasks, "task") + ", of which one in " + Amounts.of(every)
                + " was recorded with its times, and none with its dependencies. "
                + "The table of names counts all of them.";
    }

    private static String left(Shown shown, int recorded) {
        String others = shown.share() > NEARLY_ALL ? "nearly all" : Texts.percent(shown.share());
        return "Shown are " + Amounts.of(shown.rows().length) + " of " + Amounts.of(recorded)
                + " recorded tasks: those that failed or were tried again, those on the critical path, the longest, "
                + "and " + others + " of the others. Everything else on this page is about all of them.";
    }
}
