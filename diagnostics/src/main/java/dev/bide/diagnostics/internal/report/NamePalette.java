package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The colour of each name, first come first served as in pictures of graphs. The style sheet says which colours. */
final class NamePalette {
    private static final int CHOICE = 16;

    private final Map<String, Integer> given = new HashMap<>();
    private final Recording recording;

    NamePalette(Recording recording) {
        this.recording = recording;
        BitSet known = new BitSet();
        for (int row = 0; row < recording.size(); row++) {
            int group = recording.group(row);
            if (!known.get(group) && !recording.gathers(row)) {
                known.set(group);
                given.put(recording.names().get(group), given.size() % CHOICE);
            }
        }
    }

    /** The class of elements in the colour of a name. */
    String ofName(String name) {
        return "colour-" + given.getOrDefault(name, 0);
    }

    /** For each name of the recording the number of its colour. */
    double[] ofNames() {
        return recording.names().stream()
                .mapToDouble(name -> given.getOrDefault(name, 0))
                .toArray();
    }
}
