package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.graph.Handling;
import dev.bide.graph.Limit;
import dev.bide.graph.Retry;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guide, page 10: how a run handles tasks that fail, hang, compete or come in millions. */
public final class Handled {
    private Handled() {}

    // [methods]
    static final Limit S3 = Limit.of("s3", 8);

    static final AtomicInteger TRIES = new AtomicInteger();

    static String fetch(String name) throws IOException {
        if (name.equals("gone")) {
            throw new FileNotFoundException(name);
        }
        if (TRIES.incrementAndGet() < 3) {
            throw new IOException("the line is busy");
        }
        return name + " at try " + TRIES;
    }
    // [/methods]

    static void patience() {
        // [patience]
        var fetch = task(Handled::fetch)
                .retry(Retry.times(5)
                        .backoff(Duration.ofMillis(10)) // 10, 20, 40, ... ms, half of it left to chance
                        .retryOn(IOException.class)
                        .abortOn(FileNotFoundException.class))
                .timeout(Duration.ofSeconds(30)) // each attempt
                .limit(S3); // at most 8 at a time, in all runs together
        System.out.println(fetch.call("a.csv").compute());
        System.out.println(fetch.call("gone").fallback("nothing").compute());
        // [/patience]
    }

    static void hanging() {
        // [timeout]
        CountDownLatch never = new CountDownLatch(1);
        var hangs = action((CountDownLatch latch) -> latch.await()).named("hangs");
        try {
            hangs.timeout(Duration.ofMillis(20)).retry(1).call(never).compute();
        } catch (TaskFailedException failed) {
            System.out.println(failed.summary());
        }
        // [/timeout]
    }

    static void forAll() {
        // [run]
        RunOptions careful = RunOptions.defaults()
                .handling(Handling.NONE.retry(2).timeout(Duration.ofMinutes(1))) // where nothing else is said
                .deadline(Duration.ofHours(1)); // for the whole run
        AtomicInteger tries = new AtomicInteger();
        var flaky = task(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IOException("not yet");
            }
            return "well";
        });
        System.out.println(flaky.call().compute(Schedulers.threads(), careful));
        // [/run]
    }

    static void outcomes() {
        // [outcomes]
        DelayedList<Integer> numbers = task((String s) -> Integer.parseInt(s))
                .named("parse")
                .each(List.of("1", "two", "3"))
                .each(n -> n * 10);
        for (Outcome<Integer> outcome : numbers.computeOutcomes()) {
            if (outcome instanceof Outcome.Value<Integer> there) {
                System.out.println(there.value());
            } else {
                System.out.println(outcome);
            }
        }
        // [/outcomes]
    }

    static void streaming() {
        // [stream]
        DelayedList<Long> lengths = task((Integer n) ->
                        (long) "x".repeat(n % 100).length())
                .each(IntStream.range(0, 100_000).boxed().toList());
        try (Stream<Long> each = stream(lengths)) {
            System.out.println(each.mapToLong(Long::longValue).sum());
        }
        // [/stream]
    }

    /**
     * Prints what the page shows.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        patience();
        hanging();
        forAll();
        outcomes();
        streaming();
    }
}
