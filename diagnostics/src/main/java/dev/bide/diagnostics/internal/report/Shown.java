package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.CriticalPath;
import dev.bide.diagnostics.internal.analysis.Moments;
import dev.bide.diagnostics.internal.recording.FailedAttempt;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.State;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which rows of a recording a page shows, in which order: those that ran by the time they began, so that times are
 * short as differences; then the others.
 *
 * <p>Of more rows than a page can hold it shows those that failed or were tried again, those on the critical path, the
 * longest, and an even share of the others.
 *
 * @param rows rows of the recording
 * @param ran how many of them began
 * @param share of the others that is shown, or 1 if every row is
 */
record Shown(int[] rows, int ran, double share) {
    /** So many tasks a browser draws at once without getting stuck, in a file that can be mailed. */
    static final int MOST = 120_000;

    static Shown of(Recording recording, CriticalPath path) {
        return of(recording, path, MOST);
    }

    static Shown of(Recording recording, CriticalPath path, int most) {
        double share = 1;
        IntStream chosen = IntStream.range(0, recording.size());
        if (recording.size() > most) {
            BitSet first = remarkable(recording, path, most);
            double of = (most - first.cardinality()) / (double) (recording.size() - first.cardinality());
            share = of;
            chosen = chosen.filter(row -> first.get(row) || Math.floor((row + 1) * of) > Math.floor(row * of));
        }
        Comparator<Integer> byTime = Comparator.comparingLong(row -> began(recording, row));
        int[] rows = chosen.boxed().sorted(byTime).mapToInt(row -> row).toArray();
        int ran = (int)
                Arrays.stream(rows).filter(row -> recording.began(row) >= 0).count();
        return new Shown(rows, ran, share);
    }

    private static long began(Recording recording, int row) {
        return recording.began(row) < 0 ? Long.MAX_VALUE : recording.began(row);
    }

    /** At most half of the page, of which the failed ones have at most half again. */
    private static BitSet remarkable(Recording recording, CriticalPath path, int most) {
        BitSet chosen = new BitSet(recording.size());
        path.rows().stream().limit(most / 8).forEach(chosen::set);
        recording.failedAttempts().stream()
                .mapToInt(FailedAttempt::row)
                .filter(row -> row >= 0)
                .limit(most / 8)
                .forEach(chosen::set);
        IntStream.range(0, recording.size())
                .filter(row -> recording.state(row) == State.FAILED)
                .limit(most / 8)
                .forEach(chosen::set);
        Moments byTime = Moments.of(recording, row -> recording.began(row) >= 0, recording::time);
        for (int i = byTime.size() - 1; i >= Math.max(0, byTime.size() - most / 8); i--) {
            chosen.set(byTime.row(i));
        }
        return chosen;
    }

    /** The place of each row of the recording among those shown, or -1. */
    int[] places(int size) {
        int[] places = new int[size];
        Arrays.fill(places, -1);
        for (int i = 0; i < rows.length; i++) {
            places[rows[i]] = i;
        }
        return places;
    }
}
