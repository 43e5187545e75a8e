package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.analysis.Amounts;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs what recurses as deep as a graph: ELK goes through a chain one call a task. */
final class DeepStack {
    private static final long LEAST = 1 << 20;
    private static final long BYTES_EACH = 1 << 10;

    private DeepStack() {}

    static <T> T call(int depth, Supplier<T> recursive) {
        FutureTask<T> task = new FutureTask<>(recursive::get);
        Thread thread = new Thread(null, task, "bide-picture", LEAST + depth * BYTES_EACH);
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
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "cannot lay out a graph of " + Amounts.of(depth, "task") + ": draw it grouped", failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
