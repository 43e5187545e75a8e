package dev.bide.benchmarks.metg;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the machine can do: the kernel in a bare loop on plain threads, the best that has been seen so far. */
final class Peak implements AutoCloseable {
    private static final int ITERATIONS = 1 << 12;
    private static final long ROUND_NANOS = 50_000_000;

    private final int workers;
    private final ExecutorService threads;
    private double best;

    Peak(int workers) {
        this.workers = workers;
        this.threads = Executors.newFixedThreadPool(workers);
    }

    /** Floating point operations a second, all workers together. */
    double flops() {
        return best;
    }

    /** Looks again, some times. */
    void measure(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            best = Math.max(best, once());
        }
    }

    private double once() throws Exception {
        SpinBarrier barrier = new SpinBarrier(workers);
        Callable<Double> loop = () -> {
            barrier.await();
            return rate();
        };
        List<Future<Double>> rates = threads.invokeAll(Collections.nCopies(workers, loop));
        double sum = 0;
        for (Future<Double> rate : rates) {
            sum += rate.get();
        }
        return sum;
    }

    private static double rate() {
        long start = System.nanoTime();
        long elapsed = 0;
        int runs = 0;
        while (elapsed < ROUND_NANOS) {
            if (Double.isNaN(Kernel.run(ITERATIONS))) {
                throw new ArithmeticException("the kernel gave no number");
            }
            runs++;
            elapsed = System.nanoTime() - start;
        }
        return runs * Kernel.flops(ITERATIONS) / elapsed * 1e9;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
