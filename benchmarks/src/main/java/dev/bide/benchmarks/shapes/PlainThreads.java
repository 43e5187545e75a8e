package dev.bide.benchmarks.shapes;

import java.util.ArrayList;
import java.util.List;

/** What the machine can do: threads that share out a number of tasks beforehand and never look at each other. */
final class PlainThreads {
    private final int threads;

    PlainThreads(int threads) {
        this.threads = threads;
    }

    void run(int tasks) throws InterruptedException {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int from = (int) ((long) tasks * i / threads);
            int to = (int) ((long) tasks * (i + 1) / threads);
            Thread thread = new Thread(() -> part(from, to));
            thread.start();
            started.add(thread);
        }
        for (Thread thread : started) {
            thread.join();
        }
    }

    private static void part(int from, int to) {
        Value value = new Value(from);
        for (int i = from; i < to; i++) {
            value = Value.one(value);
        }
        if (value.digest() == 0) {
            throw new IllegalStateException("one chance in 2^64");
        }
    }
}
