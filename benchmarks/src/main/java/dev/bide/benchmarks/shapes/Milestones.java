package dev.bide.benchmarks.shapes;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * Looks at the heap from inside a run: in the tasks that are the last of each quarter, and in the last but one.
 */
final class Milestones implements LongUnaryOperator {
    private final LongSupplier heap;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicLong highest = new AtomicLong();
    private volatile int[] marks = {};

    Milestones(LongSupplier heap) {
        this.heap = heap;
    }

    /** Begins to count the tasks of a graph. */
    void reset(int tasks) {
        marks = new int[] {tasks / 4, tasks / 2, 3 * tasks / 4, tasks - 1, tasks};
        started.set(0);
        highest.set(0);
    }

    /** Stops looking; goes on counting. */
    void rest() {
        marks = new int[0];
        started.set(0);
    }

    @Override
    public long applyAsLong(long digest) {
        int count = started.incrementAndGet();
        for (int mark : marks) {
            if (mark == count) {
                highest.accumulateAndGet(heap.getAsLong(), Math::max);
            }
        }
        return digest;
    }

    int started() {
        return started.get();
    }

    /** The most that any of the looks has seen. */
    long highest() {
        return highest.get();
    }
}
