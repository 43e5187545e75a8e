package dev.bide.benchmarks.metg;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lets its threads through when all have come. They spin while they wait, and after a while let others run. */
final class SpinBarrier {
    private static final int SPINS = 10_000;

    private final int parties;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int round;
    private volatile @Nullable Throwable abandoned;

    SpinBarrier(int parties) {
        this.parties = parties;
    }

    /** What was written before by any of the threads is seen by all of them after. */
    @SuppressWarnings("ThreadPriorityCheck") // who has waited for so long may be keeping the others from the processor
    void await() {
        int mine = round;
        if (arrived.incrementAndGet() == parties) {
            arrived.set(0);
            round = mine + 1;
            return;
        }
        for (int i = 0; round == mine; i++) {
            if (abandoned != null) {
                throw new IllegalStateException(
                        "another thread has failed and will not come to the barrier", abandoned);
            }
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    /** The calling thread will not come any more, and says why. */
    void abandon(Throwable why) {
        abandoned = why;
    }
}
