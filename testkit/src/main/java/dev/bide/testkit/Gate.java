package dev.bide.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a task waits until the test lets it go on, and the test until the task has come. */
final class Gate extends Fixture {
    private static final long serialVersionUID = 1L;
    private static final long SAFETY_SECONDS = 30;

    /** How long a wait from elsewhere is before it is asked for anew: who is interrupted there notices after that. */
    private static final int MOMENT_MILLIS = 3;

    private final transient CountDownLatch arrived;
    private final transient CountDownLatch open = new CountDownLatch(1);

    Gate() {
        this(1);
    }

    /** A gate at which so many tasks are expected. */
    Gate(int tasks) {
        arrived = new CountDownLatch(tasks);
    }

    Gate(Handle home) {
        super(home);
        arrived = new CountDownLatch(0);
    }

    @Override
    long answer(String question, String about) throws InterruptedException {
        switch (question) {
            case "arrive" -> arrived.countDown();
            case "open" -> open.countDown();
            case "await open" -> {
                return open.await(Integer.parseInt(about), TimeUnit.MILLISECONDS) ? 1 : 0;
            }
            case "await arrival" -> {
                return arrived.await(Integer.parseInt(about), TimeUnit.MILLISECONDS) ? 1 : 0;
            }
            case "missing" -> {
                return arrived.getCount();
            }
            default -> throw unknown(question);
        }
        return 0;
    }

    /** In a task: tells that it has come, and waits. */
    <T> T pass(T result) throws InterruptedException {
        ask("arrive");
        awaitOpen();
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
        ask("arrive");
        boolean through = false;
        while (!through) {
            try {
                awaitOpen();
                through = true;
            } catch (InterruptedException ignored) {
                through = false;
            }
        }
        return result;
    }

    /** In a task: tells that it has come, and waits until as many have as are expected. */
    <T> T meet(T result) throws InterruptedException {
        ask("arrive");
        awaitArrival();
        return result;
    }

    /** Waits until as many tasks have come as are expected. */
    void awaitArrival() throws InterruptedException {
        if (!holds("await arrival")) {
            throw new AssertionError("not all tasks have come to the gate; missing: " + ask("missing"));
        }
    }

    boolean reached() {
        return ask("missing") == 0;
    }

    void open() {
        ask("open");
    }

    private void awaitOpen() throws InterruptedException {
        if (!holds("await open")) {
            throw new AssertionError("nobody opened the gate");
        }
    }

    /** Whether it comes true while it is waited for. */
    private boolean holds(String wait) throws InterruptedException {
        long safety = TimeUnit.SECONDS.toNanos(SAFETY_SECONDS);
        String moment = String.valueOf(isHere() ? TimeUnit.NANOSECONDS.toMillis(safety) : MOMENT_MILLIS);
        long end = System.nanoTime() + safety;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (await(wait, moment) == 1) {
                return true;
            }
        } while (System.nanoTime() - end < 0);
        return false;
    }
}
