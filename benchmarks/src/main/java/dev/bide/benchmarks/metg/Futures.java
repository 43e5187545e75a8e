package dev.bide.benchmarks.metg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** {@link CompletableFuture}: the thread that completes a task's last dependency hands it to the pool. */
final class Futures implements Contender {
    private final ExecutorService pool;

    Futures(ExecutorService pool) {
        this.pool = pool;
    }

    @Override
    public List<Output> run(Cells cells) {
        CompletableFuture<Output>[] ends = row(cells.ends());
        CompletableFuture<Output>[] before = row(cells.width());
        for (Cell[] row : cells.rows()) {
            CompletableFuture<Output>[] now = row(cells.width());
            for (Cell cell : row) {
                CompletableFuture<Output> call = call(cell, before);
                now[cell.x()] = call;
                if (cell.end() >= 0) {
                    ends[cell.end()] = call;
                }
            }
            before = now;
        }
        CompletableFuture.allOf(ends).join();
        return results(ends);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static CompletableFuture<Output>[] row(int width) {
        return new CompletableFuture[width];
    }

    private CompletableFuture<Output> call(Cell cell, CompletableFuture<Output>[] before) {
        int[] in = cell.inputs();
        return switch (in.length) {
            case 0 -> CompletableFuture.supplyAsync(cell::start, pool);
            case 1 -> before[in[0]].thenApplyAsync(cell::one, pool);
            case 2 -> before[in[0]].thenCombineAsync(before[in[1]], cell::two, pool);
            default -> {
                CompletableFuture<Output>[] all = row(in.length);
                Arrays.setAll(all, k -> before[in[k]]);
                yield CompletableFuture.allOf(all).thenApplyAsync(done -> cell.all(results(all)), pool);
            }
        };
    }

    private static List<Output> results(CompletableFuture<Output>[] futures) {
        List<Output> results = new ArrayList<>(futures.length);
        for (CompletableFuture<Output> future : futures) {
            results.add(future.join());
        }
        return results;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
