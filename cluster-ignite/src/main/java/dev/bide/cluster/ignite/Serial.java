package dev.bide.cluster.ignite;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs what it is given in that order, one after the other, in whichever of the giving threads is there first. */
final class Serial {
    private static final System.Logger LOG = System.getLogger(Serial.class.getName());

    private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    void run(Runnable step) {
        steps.add(step);
        if (open.getAndIncrement() == 0) {
            drain();
        }
    }

    private void drain() {
        int done = 1;
        while (done != 0) {
            for (Runnable step = steps.poll(); step != null; step = steps.poll()) {
                attempt(step);
            }
            done = open.addAndGet(-done);
        }
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "a listener of the cluster failed", e);
        }
    }
}
