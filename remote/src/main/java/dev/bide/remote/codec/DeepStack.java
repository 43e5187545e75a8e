package dev.bide.remote.codec;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A second try for structures that are deeper than the caller's stack: libraries go into them recursively, and what one thread can
 * write another, with less room left, must still be able to read.
 */
final class DeepStack {
    /** Enough for chains of some ten thousand; reserved, not used, by those that need less. */
    private static final long BYTES = 32L << 20;

    private DeepStack() {}

    /** Calls, and again on a thread with a large stack if this one's was not enough. */
    static <T extends @Nullable Object> T call(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (Exception | StackOverflowError failed) {
            if (!Causes.has(failed, StackOverflowError.class)) {
                throw failed;
            }
        }
        FutureTask<T> again = new FutureTask<>(call);
        Thread thread = new Thread(null, again, "bide-deep", BYTES);
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        return await(again);
    }

    /** It computes and never waits for others, so it ends; an interrupt is kept for the caller. */
    private static <T extends @Nullable Object> T await(FutureTask<T> task) throws Exception {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
