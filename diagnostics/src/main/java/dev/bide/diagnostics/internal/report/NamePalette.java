package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The colour of each name, first come first served as in pictures of graphs. The style sheet says which colours. */
final class NamePalette {
    private static final int CHOICE = 16;

    private final Map<String, Integer> given = new HashMap<>();
    private final Recording recording;

    NamePalette(Recording recording) {
        this.recording = recording;
        IntStream.range(0, recording.size())
                .filter(row -> !recording.gathers(row))
                .mapToObj(recording::name)
                .forEach(name -> given.putIfAbsent(name, given.size() % CHOICE));
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
