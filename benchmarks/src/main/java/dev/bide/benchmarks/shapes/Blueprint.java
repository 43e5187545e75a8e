package dev.bide.benchmarks.shapes;

import java.util.Arrays;

/**
 * A graph for every contender to build in its own way: task {@code i} depends on {@code dependencies[start[i]] ..
 * dependencies[start[i + 1] - 1]}, all of them lower than {@code i}; the last task is the root.
 *
 * @param start where the dependencies of each task start, and one entry more
 * @param dependencies numbers of tasks
 * @param inputs what the tasks without dependencies get; there before anything is measured
 */
record Blueprint(int[] start, int[] dependencies, Value[] inputs) {
    private static final Value NONE = new Value(0);

    int size() {
        return start.length - 1;
    }

    int count(int task) {
        return start[task + 1] - start[task];
    }

    int dependency(int task, int position) {
        return dependencies[start[task] + position];
    }

    /** Collects tasks one after the other. */
    static final class Builder {
        private int[] start = new int[1024];
        private int[] dependencies = new int[1024];
        private int size;

        int add(int... on) {
            if (size + 2 > start.length) {
                start = Arrays.copyOf(start, 2 * start.length);
            }
            int end = start[size] + on.length;
            if (end > dependencies.length) {
                dependencies = Arrays.copyOf(dependencies, Math.max(end, 2 * dependencies.length));
            }
            System.arraycopy(on, 0, dependencies, start[size], on.length);
            start[++size] = end;
            return size - 1;
        }

        Blueprint build() {
            Value[] inputs = new Value[size];
            for (int i = 0; i < size; i++) {
                inputs[i] = start[i] == start[i + 1] ? new Value(i) : NONE;
            }
            return new Blueprint(Arrays.copyOf(start, size + 1), Arrays.copyOf(dependencies, start[size]), inputs);
        }
    }
}
