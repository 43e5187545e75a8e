package dev.bide.remote;

import java.util.Arrays;

/**
 * Ready tasks of all runs, lowest key first; those with equal keys in the order of their numbers. An entry is a hint: whoever
 * takes it out looks whether the task is still ready.
 */
final class TaskHeap {
    private long[] keys = {};
    private long[] tasks = {};
    private int size;

    /** A task of a run as one number. */
    static long id(int run, int task) {
        return (long) run << 32 | task;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long firstKey() {
        return keys[0];
    }

    long first() {
        return tasks[0];
    }

    void push(long key, long task) {
        if (size == keys.length) {
            int length = Math.max(8, 2 * size);
            keys = Arrays.copyOf(keys, length);
            tasks = Arrays.copyOf(tasks, length);
        }
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >>> 1;
            if (!isBefore(key, task, keys[above], tasks[above])) {
                break;
            }
            move(above, at);
            at = above;
        }
        keys[at] = key;
        tasks[at] = task;
    }

    long pop() {
        long first = tasks[0];
        long key = keys[--size];
        long task = tasks[size];
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size && isBefore(keys[below + 1], tasks[below + 1], keys[below], tasks[below])) {
                below++;
            }
            if (!isBefore(keys[below], tasks[below], key, task)) {
                break;
            }
            move(below, at);
            at = below;
        }
        keys[at] = key;
        tasks[at] = task;
        return first;
    }

    private void move(int from, int to) {
        keys[to] = keys[from];
        tasks[to] = tasks[from];
    }

    private static boolean isBefore(long key, long task, long otherKey, long otherTask) {
        return key < otherKey || key == otherKey && task < otherTask;
    }

    /** All entries, in no order. */
    long[] toArray() {
        return Arrays.copyOf(tasks, size);
    }
}
