package dev.bide.benchmarks.metg;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * No graph: each thread has a slice of the points and goes through the timesteps, in step with all others. What one
 * writes others read after the barrier; two rows are enough, because nobody is more than one timestep ahead.
 */
final class BarrierLoop implements Contender {
    private final int workers;
    private final ExecutorService threads;

    BarrierLoop(int workers) {
        this.workers = workers;
        this.threads = Executors.newFixedThreadPool(workers);
    }

    @Override
    public List<@Nullable Output> run(Cells cells) throws Exception {
        @Nullable Output[][] rows = new Output[2][cells.width()];
        @Nullable Output[] ends = new Output[cells.ends()];
        SpinBarrier barrier = new SpinBarrier(workers);
        List<Callable<@Nullable Void>> slices = IntStream.range(0, workers)
                .mapToObj(i -> slice(cells, i, rows, ends, barrier))
                .toList();
        for (Future<@Nullable Void> slice : threads.invokeAll(slices)) {
            slice.get();
        }
        return Arrays.asList(ends);
    }

    private Callable<@Nullable Void> slice(
            Cells cells, int number, @Nullable Output[][] rows, @Nullable Output[] ends, SpinBarrier barrier) {
        int from = cells.width() * number / workers;
        int to = cells.width() * (number + 1) / workers;
        return () -> {
            try {
                for (int t = 0; t < cells.rows().length; t++) {
                    step(cells.rows()[t], from, to, rows[t + 1 & 1], rows[t & 1], ends);
                    barrier.await();
                }
                return null;
            } catch (RuntimeException | Error wrong) {
                barrier.abandon(wrong);
                throw wrong;
            }
        };
    }

    private static void step(
            Cell[] row, int from, int to, @Nullable Output[] before, @Nullable Output[] now, @Nullable Output[] ends) {
        int offset = row[0].x();
        for (int i = Math.max(0, from - offset); i < Math.min(row.length, to - offset); i++) {
            Output output = row[i].from(before);
            now[row[i].x()] = output;
            if (row[i].end() >= 0) {
                ends[row[i].end()] = output;
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
