package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lanes of the task stream. A worker has a lane; when there are too many workers, such as virtual threads of which
 * each lives for one task, a task goes into the first lane that is free.
 *
 * @param labels their names
 * @param ofRow the lane of each shown row that ran
 * @param packed whether workers share lanes
 * @param crowded whether tasks lie over each other, because more ran at once than there are lanes
 */
record Lanes(List<String> labels, int[] ofRow, boolean packed, boolean crowded) {
    static final int MOST = 32;

    /** Lanes thinner than this height of the screen allows cannot be told apart. */
    private static final int MOST_PACKED = 120;

    static Lanes of(Recording recording, Shown shown) {
        int[] workers = IntStream.range(0, shown.ran())
                .map(i -> Math.max(0, recording.worker(shown.rows()[i])))
                .toArray();
        int[] used = IntStream.range(0, shown.ran())
                .filter(i -> !recording.gathers(shown.rows()[i]))
                .map(i -> workers[i])
                .distinct()
                .sorted()
                .toArray();
        return used.length > MOST ? packed(recording, shown) : each(recording, workers, used);
    }

    private static Lanes each(Recording recording, int[] workers, int[] used) {
        List<String> names = recording.workers();
        List<Integer> byName = Arrays.stream(used)
                .boxed()
                .sorted(Comparator.comparing((Integer worker) -> sortable(name(names, worker)))
                        .thenComparing(worker -> name(names, worker)))
                .toList();
        int[] laneOf = new int[names.size() + 1];
        List<String> labels = new ArrayList<>();
        for (int worker : byName) {
            laneOf[worker] = labels.size();
            labels.add(Texts.oneLine(name(names, worker)));
        }
        int[] ofRow = Arrays.stream(workers).map(worker -> laneOf[worker]).toArray();
        return new Lanes(labels, ofRow, false, false);
    }

    private static String name(List<String> names, int worker) {
        return worker < names.size() ? names.get(worker) : "";
    }

    /** So that worker 10 comes after worker 9: numbers are compared by their length first. */
    private static String sortable(String name) {
        String digits = name.replaceAll("^.*?(\\d*)$", "$1");
        String head = name.substring(0, name.length() - digits.length());
        return head + (digits.isEmpty() ? "" : "~".repeat(Math.min(20, digits.length())) + digits);
    }

    private static Lanes packed(Recording recording, Shown shown) {
        long[] freeAt = new long[MOST_PACKED];
        int[] ofRow = new int[shown.ran()];
        int lanes = 0;
        boolean crowded = false;
        for (int i = 0; i < ofRow.length; i++) {
            int row = shown.rows()[i];
            if (recording.gathers(row)) {
                continue;
            }
            int lane = firstFree(freeAt, recording.began(row));
            crowded |= freeAt[lane] > recording.began(row);
            freeAt[lane] = Math.max(freeAt[lane], recording.ended(row));
            ofRow[i] = lane;
            lanes = Math.max(lanes, lane + 1);
        }
        List<String> labels = Collections.nCopies(lanes, "");
        return new Lanes(labels, ofRow, true, crowded);
    }

    private static int firstFree(long[] freeAt, long now) {
        int earliest = 0;
        for (int lane = 0; lane < freeAt.length; lane++) {
            if (freeAt[lane] <= now) {
                return lane;
            }
            earliest = freeAt[lane] < freeAt[earliest] ? lane : earliest;
        }
        return earliest;
    }
}
