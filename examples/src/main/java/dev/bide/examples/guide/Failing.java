package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Guide, page 5: what a failure says, and how to go on, try again and stop. */
public final class Failing {
    private Failing() {}

    // [methods]
    static int parse(String text) {
        return Integer.parseInt(text);
    }

    static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
    // [/methods]

    static void failure() {
        // [failure]
        var parse = task(Failing::parse);
        var sum = task(Failing::sum);
        DelayedList<Integer> numbers = parse.each(List.of("12", "30", "x7"));
        Delayed<String> line = sum.call(numbers).then(s -> "sum " + s).named("line");
        try {
            line.compute();
        } catch (TaskFailedException failed) {
            System.out.println(failed.getMessage());
        }
        // [/failure]
    }

    static void goOn() {
        // [keep-going]
        DelayedList<Integer> numbers = task(Failing::parse).each(List.of("x", "30", "y"));
        try {
            numbers.compute(Schedulers.sync(), RunOptions.defaults().keepGoing());
        } catch (TaskFailedException first) {
            System.out.println(first.key() + ": " + first.getCause());
            for (Throwable other : first.getSuppressed()) {
                System.out.println(((TaskFailedException) other).key() + ": " + other.getCause());
            }
        }
        // [/keep-going]
    }

    static void again() {
        // [retry]
        AtomicInteger tries = new AtomicInteger();
        var flaky = task(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IOException("the line is busy");
            }
            return "hello";
        });
        System.out.println(flaky.retry(2).call().compute() + " at try " + tries);
        // [/retry]
    }

    static void cancelled() throws InterruptedException {
        // [cancel]
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Delayed<?> waits = on(begun, never).run((b, n) -> {
            b.countDown();
            n.await(); // an interrupt ends this
        });
        Run<?> run = waits.start(Schedulers.threads());
        begun.await();
        run.cancel();
        try {
            run.get();
        } catch (RunCancelledException stopped) {
            System.out.println(stopped.getMessage());
        }
        // [/cancel]
    }

    /**
     * Runs all of it.
     *
     * @param args not used
     * @throws InterruptedException if this thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        failure();
        goOn();
        again();
        cancelled();
    }
}
