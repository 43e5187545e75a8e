package dev.bide.diagnostics.internal.recording;

import java.util.BitSet;
import java.util.stream.IntStream;

/** The tasks that have no result because of a failure: those that failed, and those that were not run because they need one. */
final class Missing {
    private final BitSet rows;

    private Missing(BitSet rows) {
        this.rows = rows;
    }

    /** Finds them. O(tasks + dependencies). */
    static Missing of(Rows rows) {
        BitSet missing = new BitSet();
        for (int row : rows.inOrder()) {
            State state = rows.log(row).state(rows.slot(row));
            boolean lacks = state != State.DONE && !missing.isEmpty() && needsAny(rows.dependencies(row), missing);
            missing.set(row, state == State.FAILED || state == State.SKIPPED || lacks);
        }
        return new Missing(missing);
    }

    private static boolean needsAny(int[] needed, BitSet missing) {
        return IntStream.of(needed).anyMatch(missing::get);
    }

    boolean has(int row) {
        return rows.get(row);
    }
}
