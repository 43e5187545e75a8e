package dev.bide.internal.run;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Room for what recurses deeper than the stack of most threads: libraries go into structures and graphs one call a step. */
public final class DeepStack {
    private DeepStack() {}

    /**
     * Calls on a thread of its own and waits for it. What is called computes and never waits for others, so it ends; an
     * interrupt is kept for the caller.
     *
     * @param <T> type of the result
     * @param bytes how large the thread's stack is: reserved, not used, by what needs less
     * @param call what to call
     * @return what it gives
     * @throws ExecutionException if it throws, with what it threw as the cause
     */
    public static <T extends @Nullable Object> T call(long bytes, Callable<T> call) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(null, task, "bide-deep", bytes);
        thread.setDaemon(true);
        thread.start();
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
