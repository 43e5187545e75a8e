package dev.bide.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a task waits until the test lets it go on, and the test until the task has come. */
final class Gate {
    private static final long SAFETY_SECONDS = 30;

    private final CountDownLatch arrived;
    private final CountDownLatch open = new CountDownLatch(1);

    Gate() {
        this(1);
    }

    /** A gate at which so many tasks are expected. */
    Gate(int tasks) {
        arrived = new CountDownLatch(tasks);
    }

    /** In a task: tells that it has come, and waits. */
    <T> T pass(T result) throws InterruptedException {
        arrived.countDown();
        await(open, "nobody opened the gate");
        return result;
    }

    /** As {@link #pass(Object)}, and counts whether the task "passed" or was "interrupted". */
    int pass(Tally ends) throws InterruptedException {
        try {
            return ends.of("passed", pass(1));
        } catch (InterruptedException interrupted) {
            ends.of("interrupted", true);
            throw interrupted;
        }
    }

    /** In a task: waits, and whoever interrupts it does so in vain. */
    <T> T passDeaf(T result) {
        arrived.countDown();
        boolean through = false;
        while (!through) {
            try {
                await(open, "nobody opened the gate");
                through = true;
            } catch (InterruptedException ignored) {
                through = false;
            }
        }
        return result;
    }

    /** Waits until as many tasks have come as are expected. */
    void awaitArrival() throws InterruptedException {
        await(arrived, "not all tasks have come to the gate; missing: " + arrived.getCount());
    }

    boolean reached() {
        return arrived.getCount() == 0;
    }

    void open() {
        open.countDown();
    }

    private static void await(CountDownLatch latch, String otherwise) throws InterruptedException {
        if (!latch.await(SAFETY_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(otherwise);
        }
    }
}
