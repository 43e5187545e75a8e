package dev.bide.diagnostics.internal.analysis;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The chain of dependencies whose own times add up to most: no number of workers could have run the graph in less.
 *
 * @param rows the tasks of the chain, first to last, without those that only gather results
 * @param length the sum of their times, in nanoseconds
 */
public record CriticalPath(List<Integer> rows, long length) {
    private static final int NONE = -1;

    /**
     * Finds the chain. The first call for a recording costs O(tasks + dependencies).
     *
     * @param recording of a run
     * @return the chain; empty if nothing was run, or not every task has details
     */
    public static CriticalPath of(Recording recording) {
        return recording.once(CriticalPath.class, CriticalPath::find);
    }

    private static CriticalPath find(Recording recording) {
        int size = recording.size();
        long[] length = new long[size];
        int[] before = new int[size];
        int last = NONE;
        for (int row : recording.inOrder()) {
            before[row] = NONE;
            for (int needed : recording.dependencies(row)) {
                if (before[row] == NONE || length[needed] > length[before[row]]) {
                    before[row] = needed;
                }
            }
            length[row] = recording.busy(row) + (before[row] == NONE ? 0 : length[before[row]]);
            if (last == NONE || length[row] > length[last]) {
                last = row;
            }
        }
        return last == NONE || recording.every() > 1
                ? new CriticalPath(List.of(), 0)
                : new CriticalPath(chain(recording, before, last), length[last]);
    }

    private static List<Integer> chain(Recording recording, int[] before, int last) {
        List<Integer> rows = new ArrayList<>();
        for (int row = last; row != NONE; row = before[row]) {
            if (!recording.gathers(row) && recording.began(row) >= 0) {
                rows.add(row);
            }
        }
        Collections.reverse(rows);
        return Collections.unmodifiableList(rows);
    }
}
