package dev.bide.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A thread of its own that asks for a result, as a user's would. */
final class Caller<T> {
    private static final long SAFETY_SECONDS = 30;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    // Written before `over` is counted down, read after it.
    private @Nullable T result;
    private @Nullable Throwable thrown;
    private boolean flagged;

    private Caller(Callable<T> work) {
        thread = new Thread(() -> run(work), "caller");
        thread.setDaemon(true);
    }

    static <T> Caller<T> of(Callable<T> work) {
        Caller<T> caller = new Caller<>(work);
        caller.thread.start();
        return caller;
    }

    private void run(Callable<T> work) {
        try {
            result = work.call();
        } catch (Throwable failure) {
            thrown = failure;
        }
        flagged = Thread.currentThread().isInterrupted();
        over.countDown();
    }

    void interrupt() {
        thread.interrupt();
    }

    private void await() throws InterruptedException {
        if (!over.await(SAFETY_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the caller is still waiting");
        }
    }

    T result() throws InterruptedException {
        await();
        if (result == null) {
            throw new AssertionError("the caller has no result", thrown);
        }
        return result;
    }

    /** What the work threw. */
    Throwable thrown() throws InterruptedException {
        await();
        if (thrown == null) {
            throw new AssertionError("the caller threw nothing; its result is " + result);
        }
        return thrown;
    }

    /** Whether the thread's interrupt flag was set when the work was over. */
    boolean flagged() throws InterruptedException {
        await();
        return flagged;
    }
}
