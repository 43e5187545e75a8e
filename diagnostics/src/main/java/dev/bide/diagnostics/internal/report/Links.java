package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.Arrays;

/**
 * Dependencies between the shown rows. For each row: how many it has, how many are listed, and these as distances: the
 * first from the row, each other from the one before. A graph with very many has only the first of each task's listed.
 */
final class Links {
    private static final long MOST = 400_000;
    private static final int[] CAPS = {Integer.MAX_VALUE, 1_000, 100, 30, 10, 3};

    private final Recording recording;
    private final Shown shown;
    private final int[] places;

    Links(Recording recording, Shown shown) {
        this.recording = recording;
        this.shown = shown;
        this.places = shown.places(recording.size());
    }

    String base64() {
        int cap = cap();
        Varints column = new Varints();
        for (int i = 0; i < shown.rows().length; i++) {
            int[] needed = recording.dependencies(shown.rows()[i]);
            int[] listed = Arrays.stream(needed)
                    .map(row -> places[row])
                    .filter(place -> place >= 0)
                    .limit(cap)
                    .sorted()
                    .toArray();
            column.add(needed.length);
            column.add(listed.length);
            for (int k = 0; k < listed.length; k++) {
                if (k == 0) {
                    column.addSigned(i - listed[0]);
                } else {
                    column.add(listed[k] - listed[k - 1]);
                }
            }
        }
        return column.base64();
    }

    private int cap() {
        for (int cap : CAPS) {
            long links = 0;
            for (int row : shown.rows()) {
                links += Math.min(cap, recording.dependencies(row).length);
            }
            if (links <= MOST) {
                return cap;
            }
        }
        return CAPS[CAPS.length - 1];
    }
}
