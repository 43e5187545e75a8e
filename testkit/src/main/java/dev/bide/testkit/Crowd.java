package dev.bide.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how many tasks are inside at the same time. */
final class Crowd {
    private static final long STAY = 100_000;

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();

    /** In a task: comes in, stays for a moment, leaves. */
    <T> T visit(T result) {
        enter();
        long end = System.nanoTime() + STAY;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        leave();
        return result;
    }

    void enter() {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        all.incrementAndGet();
    }

    void leave() {
        inside.decrementAndGet();
    }

    int most() {
        return most.get();
    }

    int all() {
        return all.get();
    }
}
