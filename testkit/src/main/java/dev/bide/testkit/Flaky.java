package dev.bide.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What a task calls that fails some times before it succeeds, and notes when it was called. */
final class Flaky extends Fixture {
    private static final long serialVersionUID = 1L;

    private final transient int succeedsAt;
    private final transient AtomicInteger calls = new AtomicInteger();
    private final transient Queue<Long> times = new ConcurrentLinkedQueue<>();

    private Flaky(int succeedsAt) {
        this.succeedsAt = succeedsAt;
    }

    Flaky(Handle home) {
        super(home);
        this.succeedsAt = 0;
    }

    /** Gives its number at that call, and throws before. */
    static Flaky until(int call) {
        return new Flaky(call);
    }

    static Flaky always() {
        return new Flaky(Integer.MAX_VALUE);
    }

    @Override
    long answer(String question, String about) {
        return switch (question) {
            case "call" -> called();
            case "calls" -> calls.get();
            default -> throw unknown(question);
        };
    }

    /** The number of the call, negative if that is to fail. */
    private int called() {
        times.add(System.nanoTime());
        int number = calls.incrementAndGet();
        return number < succeedsAt ? -number : number;
    }

    /** In a task: throws {@code IOException: attempt n}, or gives n. */
    Integer call() throws IOException {
        int number = (int) ask("call");
        if (number < 0) {
            throw new IOException("attempt " + -number);
        }
        return number;
    }

    int calls() {
        return (int) ask("calls");
    }

    /** How many milliseconds lay between one call and the next. */
    List<Long> gaps() {
        onlyHere();
        List<Long> all = List.copyOf(times);
        return IntStream.range(1, all.size())
                .mapToObj(i -> (all.get(i) - all.get(i - 1)) / 1_000_000)
                .toList();
    }
}
