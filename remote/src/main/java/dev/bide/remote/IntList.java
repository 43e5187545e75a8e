package dev.bide.remote;

import java.util.Arrays;

/** Numbers, as many as there come. */
final class IntList {
    private int[] items = {};
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, Math.max(4, 2 * size));
        }
        items[size++] = item;
    }

    int get(int at) {
        return items[at];
    }

    void set(int at, int item) {
        items[at] = item;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int pop() {
        return items[--size];
    }

    /** Forgets all behind the first so many. */
    void cut(int length) {
        size = length;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
