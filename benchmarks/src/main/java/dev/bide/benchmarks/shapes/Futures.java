package dev.bide.benchmarks.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link CompletableFuture}: each task is handed to the pool, or run inline by the thread that completes its last
 * dependency.
 */
final class Futures implements Contender {
    private final boolean inline;
    private final ExecutorService pool;

    Futures(boolean inline, int threads) {
        this.inline = inline;
        this.pool = Executors.newFixedThreadPool(threads);
    }

    @Override
    public String name() {
        return inline ? "CompletableFuture inline" : "CompletableFuture async";
    }

    @Override
    public int bytesPerTask() {
        return 250;
    }

    @Override
    public boolean eager() {
        return true;
    }

    @Override
    public Built build(Blueprint graph) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        CompletableFuture<Value>[] futures = new CompletableFuture[graph.size()];
        for (int i = 0; i < futures.length; i++) {
            futures[i] = future(graph, i, futures);
        }
        return new Started(futures);
    }

    private CompletableFuture<Value> future(Blueprint graph, int i, CompletableFuture<Value>[] futures) {
        int from = graph.start()[i];
        int[] on = graph.dependencies();
        return switch (graph.count(i)) {
            case 0 -> {
                Value input = graph.inputs()[i];
                yield CompletableFuture.supplyAsync(() -> Value.leaf(input), pool);
            }
            case 1 -> then(futures[on[from]], Value::one);
            case 2 -> both(futures[on[from]], futures[on[from + 1]]);
            case 3 -> {
                CompletableFuture<Value> a = futures[on[from]];
                CompletableFuture<Value> b = futures[on[from + 1]];
                CompletableFuture<Value> c = futures[on[from + 2]];
                yield then(CompletableFuture.allOf(a, b, c), done -> Value.three(a.join(), b.join(), c.join()));
            }
            default -> {
                CompletableFuture<Value>[] all = all(graph, i, futures);
                yield then(CompletableFuture.allOf(all), done -> Value.all(results(all)));
            }
        };
    }

    private <T extends @Nullable Object> CompletableFuture<Value> then(
            CompletableFuture<T> future, Function<T, Value> function) {
        return inline ? future.thenApply(function) : future.thenApplyAsync(function, pool);
    }

    private CompletableFuture<Value> both(CompletableFuture<Value> a, CompletableFuture<Value> b) {
        return inline ? a.thenCombine(b, Value::two) : a.thenCombineAsync(b, Value::two, pool);
    }

    private static CompletableFuture<Value>[] all(Blueprint graph, int i, CompletableFuture<Value>[] futures) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        CompletableFuture<Value>[] all = new CompletableFuture[graph.count(i)];
        for (int k = 0; k < all.length; k++) {
            all[k] = futures[graph.dependency(i, k)];
        }
        return all;
    }

    private static List<Value> results(CompletableFuture<Value>[] all) {
        List<Value> values = new ArrayList<>(all.length);
        for (CompletableFuture<Value> each : all) {
            values.add(each.join());
        }
        return values;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private record Started(CompletableFuture<Value>[] handles) implements Built {
        @Override
        public Value run() {
            return handles[handles.length - 1].join();
        }
    }
}
