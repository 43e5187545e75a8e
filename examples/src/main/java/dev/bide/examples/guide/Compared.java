package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Guide, page 9: the same work by hand, by CompletableFuture and by Bide. */
public final class Compared {
    private Compared() {}

    static String load(String file) {
        return file.toUpperCase(java.util.Locale.ROOT);
    }

    static int count(String text) {
        return text.length();
    }

    static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    static int byHand(List<String> files) {
        // [by-hand]
        List<Integer> counts = new ArrayList<>();
        for (String file : files) {
            counts.add(count(load(file)));
        }
        int total = sum(counts);
        // [/by-hand]
        return total;
    }

    static int byFuture(List<String> files, Executor executor) {
        // [by-future]
        List<CompletableFuture<Integer>> counts = new ArrayList<>();
        for (String file : files) {
            counts.add(CompletableFuture.supplyAsync(() -> load(file), executor)
                    .thenApplyAsync(Compared::count, executor));
        }
        int total = CompletableFuture.allOf(counts.toArray(CompletableFuture[]::new))
                .thenApply(
                        done -> sum(counts.stream().map(CompletableFuture::join).toList()))
                .join();
        // [/by-future]
        return total;
    }

    static int byBide(List<String> files) {
        // [by-bide]
        List<Delayed<Integer>> counts = new ArrayList<>();
        for (String file : files) {
            counts.add(on(file).call(Compared::load).then(Compared::count));
        }
        int total = gather(counts).then(Compared::sum).compute();
        // [/by-bide]
        return total;
    }

    /**
     * Runs all three.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        List<String> files = List.of("a.csv", "bb.csv");
        ExecutorService executor = Executors.newFixedThreadPool(2);
        System.out.println(byHand(files) + " " + byFuture(files, executor) + " " + byBide(files));
        executor.shutdown();
    }
}
