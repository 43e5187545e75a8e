package dev.bide.testkit;

import static dev.bide.Bide.stream;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A stream gives each result once, as it comes, and does not look far ahead of whoever takes them. */
abstract class StreamLaw extends Law {
    private static final int MANY = 1_000;

    StreamLaw(SchedulerContract contract) {
        super(contract);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static int failAt(int bad, int number) throws IOException {
        if (number == bad) {
            throw new IOException("number " + bad);
        }
        return number;
    }

    //   0   1   2  ...        each goes its own way out
    //   |   |   |
    @Test
    void stream_many_givesEachOnce() {
        DelayedList<Integer> squares = task((Integer i) -> i * i).each(numbers(MANY));
        try (Stream<Integer> all = stream(scheduler(), squares)) {
            assertThat(all.sorted())
                    .containsExactlyElementsOf(
                            numbers(MANY).stream().map(i -> i * i).toList());
        }
    }

    @Test
    void stream_ofNothing_isEmpty() {
        assertThat(stream(scheduler(), task((Integer i) -> i).each(List.of()))).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // an Integer or null
    void stream_nullResults_areGiven() {
        DelayedList<Integer> nulls = task((Integer i) -> (Integer) null).each(numbers(3));
        assertThat(stream(scheduler(), nulls).filter(result -> result == null).count())
                .isEqualTo(3);
    }

    //      shared
    //     /  |  \      needed by all, run once
    //    0   1   2
    @Test
    void stream_sharedDependency_runsOnce() {
        Tally calls = new Tally();
        Delayed<Integer> shared = task(() -> calls.next("shared")).call();
        DelayedList<Integer> sums = task((Integer i, Integer one) -> i + one).each(numbers(100), shared);
        assertThat(stream(scheduler(), sums).mapToInt(i -> i).sum()).isEqualTo(100 * 99 / 2 + 100);
        assertThat(calls.of("shared")).isEqualTo(1);
    }

    //   load --> use        for each of many: loaded and not yet taken are never many
    @Test
    void stream_slowConsumer_isNotFarBehind() {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Errand load = new Errand(() -> most.accumulateAndGet(made.incrementAndGet() - taken.get(), Math::max));
        DelayedList<Integer> loads = task((Integer i) -> i + 0 * load.run()).each(numbers(MANY));
        RunOptions options = RunOptions.defaults().ahead(4);
        stream(scheduler(), options, loads.each(i -> i)).forEach(i -> taken.incrementAndGet());
        assertThat(taken).hasValue(MANY);
        assertThat(most.get()).isLessThanOrEqualTo(4 + traits().parallelism() + 1);
    }

    //   0   1  ...  X  ...
    @Test
    void stream_taskFails_throwsAfterWhatWasThere() {
        DelayedList<Integer> some =
                task((Integer i) -> failAt(MANY / 2, i)).named("half").each(numbers(MANY));
        TaskFailedException failed = assertThrows(
                TaskFailedException.class,
                () -> stream(scheduler(), some).mapToInt(i -> i).sum());
        assertThat(failed).hasRootCauseMessage("number 500");
    }

    //   0   X   2
    @Test
    void stream_keepGoing_givesAllTheOthersFirst() {
        AtomicInteger sum = new AtomicInteger();
        DelayedList<Integer> some = task((Integer i) -> failAt(1, i)).each(numbers(10));
        RunOptions options = RunOptions.defaults().keepGoing();
        assertThrows(
                TaskFailedException.class,
                () -> stream(scheduler(), options, some).forEach(sum::addAndGet));
        assertThat(sum).hasValue(45 - 1);
    }

    @Test
    void stream_consumerThrows_thatComesOutAndTheRunIsStopped() {
        DelayedList<Integer> some = task((Integer i) -> i).each(numbers(MANY));
        IllegalStateException mine = new IllegalStateException("mine");
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> stream(scheduler(), some).forEach(i -> {
                    throw mine;
                }));
        assertThat(thrown).isSameAs(mine);
    }

    @Test
    void close_beforeTheEnd_cancelsTheRun() {
        needsThreadsOfItsOwn();
        Tally calls = new Tally();
        DelayedList<Integer> some = task((Integer i) -> calls.next("some")).each(numbers(MANY));
        try (Stream<Integer> all = stream(scheduler(), some)) {
            Iterator<Integer> first = all.iterator();
            assertThat(first.next()).isPositive();
        }
        compute(task(() -> 1).call());
        assertThat(calls.of("some")).isLessThan(MANY);
    }

    //   task that takes a stream of 0 1 2 ...
    @Test
    void stream_insideATask_getsOn() {
        Delayed<Integer> sum = task(() -> stream(task((Integer i) -> i).each(numbers(MANY)))
                        .mapToInt(i -> i)
                        .sum())
                .call();
        result(sum).isEqualTo(MANY * (MANY - 1) / 2);
    }

    @Test
    void stream_takerIsInterrupted_cancelsAndSetsTheFlagAgain() {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        DelayedList<Integer> stuck = task((Integer i) -> gate.pass(i)).each(numbers(2));
        Thread.currentThread().interrupt();
        assertThrows(
                RunCancelledException.class, () -> stream(scheduler(), stuck).forEach(i -> {}));
        assertThat(Thread.interrupted()).isTrue();
    }
}
