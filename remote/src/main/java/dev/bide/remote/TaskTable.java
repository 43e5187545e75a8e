package dev.bide.remote;

import java.util.Arrays;

/** The tasks of a run, those of its plan first, then those of each plan by which it grew. */
final class TaskTable {
    byte[] state = {};

    /** How many uses of results are not there yet; not kept for a task that stands for another. */
    int[] pending = {};

    /** How many uses of its result are still to come. */
    int[] uses = {};

    /** The last attempt that a worker was asked for; of a result, the one that made it. */
    int[] attempt = {};

    /** About how large the result is. */
    long[] bytes = {};

    private int[] marks = {};
    private int mark;
    private int size;

    int size() {
        return size;
    }

    /** Makes room for more tasks, all waiting; gives the number of the first. */
    int add(int count) {
        int first = size;
        size += count;
        if (size > state.length) {
            int length = first == 0 ? size : Math.max(size, 2 * first);
            state = Arrays.copyOf(state, length);
            pending = Arrays.copyOf(pending, length);
            uses = Arrays.copyOf(uses, length);
            attempt = Arrays.copyOf(attempt, length);
            bytes = Arrays.copyOf(bytes, length);
            marks = Arrays.copyOf(marks, length);
        }
        return first;
    }

    /** A mark that no task has, nor its negative. */
    int newMark() {
        return ++mark;
    }

    void mark(int task, int with) {
        marks[task] = with;
    }

    int markOf(int task) {
        return marks[task];
    }
}
