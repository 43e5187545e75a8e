package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.analysis.Durations;

/** What can be measured of a task. */
enum Amount {
    TIME("time") {
        @Override
        String words(long amount) {
            return Durations.of(amount);
        }

        @Override
        long of(Marks marks, int task) {
            return marks.nanos(task);
        }

        @Override
        long[] ofGroups(Marks marks, Groups groups) {
            return marks.nanos(groups);
        }
    },
    SIZE("size") {
        @Override
        String words(long amount) {
            return Amounts.bytes(amount);
        }

        @Override
        long of(Marks marks, int task) {
            return marks.bytes(task);
        }

        @Override
        long[] ofGroups(Marks marks, Groups groups) {
            return marks.bytes(groups);
        }
    };

    final String what;

    Amount(String what) {
        this.what = what;
    }

    abstract String words(long amount);

    /** The amount of a task, or {@link Marks#UNKNOWN}. */
    abstract long of(Marks marks, int task);

    /** The sum of each group, or {@link Marks#UNKNOWN}. */
    abstract long[] ofGroups(Marks marks, Groups groups);
}
