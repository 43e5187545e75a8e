package dev.bide.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What a task calls that fails some times before it succeeds, and notes when it was called. */
final class Flaky {
    private final int succeedsAt;
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();

    private Flaky(int succeedsAt) {
        this.succeedsAt = succeedsAt;
    }

    /** Gives its number at that call, and throws before. */
    static Flaky until(int call) {
        return new Flaky(call);
    }

    static Flaky always() {
        return new Flaky(Integer.MAX_VALUE);
    }

    /** In a task: throws {@code IOException: attempt n}, or gives n. */
    Integer call() throws IOException {
        times.add(System.nanoTime());
        int number = calls.incrementAndGet();
        if (number < succeedsAt) {
            throw new IOException("attempt " + number);
        }
        return number;
    }

    int calls() {
        return calls.get();
    }

    /** How many milliseconds lay between one call and the next. */
    List<Long> gaps() {
        List<Long> all = List.copyOf(times);
        return IntStream.range(1, all.size())
                .mapToObj(i -> (all.get(i) - all.get(i - 1)) / 1_000_000)
                .toList();
    }
}
