package dev.bide.verify.scale;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.Task3;
import dev.bide.Task4;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** The calls of a {@link CallWeb}: each counts that it ran, and gives the digest of what it was given. */
final class CountedCalls {
    private final CallWeb web;
    private final AtomicIntegerArray ran;
    private final Task1<Integer, Long> none = task(this::none);
    private final Task2<Integer, Long, Long> one = task(this::one);
    private final Task3<Integer, Long, Long, Long> two = task(this::two);
    private final Task4<Integer, Long, Long, Long, Long> three = task(this::three);
    private final Task2<Integer, List<Long>, Long> many = task(this::many);
    private final List<Delayed<Long>> calls;

    CountedCalls(CallWeb web) {
        this.web = web;
        this.ran = new AtomicIntegerArray(web.size());
        this.calls = new ArrayList<>(web.size());
        for (int i = 0; i < web.size(); i++) {
            calls.add(call(i));
        }
    }

    private Delayed<Long> call(int i) {
        return switch (web.count(i)) {
            case 0 -> none.call(i);
            case 1 -> one.call(i, input(i, 0));
            case 2 -> two.call(i, input(i, 0), input(i, 1));
            case 3 -> three.call(i, input(i, 0), input(i, 1), input(i, 2));
            default -> many.call(i, gather(inputs(i)));
        };
    }

    private Delayed<Long> input(int i, int position) {
        return calls.get(web.dependency(i, position));
    }

    private List<Delayed<Long>> inputs(int i) {
        List<Delayed<Long>> inputs = new ArrayList<>(web.count(i));
        for (int k = 0; k < web.count(i); k++) {
            inputs.add(input(i, k));
        }
        return inputs;
    }

    // ---------------------------------------------------------------- what the calls do

    private long none(int i) {
        ran.getAndIncrement(i);
        return CallWeb.digest(i);
    }

    private long one(int i, long a) {
        ran.getAndIncrement(i);
        return CallWeb.digest(i, a);
    }

    private long two(int i, long a, long b) {
        ran.getAndIncrement(i);
        return CallWeb.digest(i, a, b);
    }

    private long three(int i, long a, long b, long c) {
        ran.getAndIncrement(i);
        return CallWeb.digest(i, a, b, c);
    }

    private long many(int i, List<Long> all) {
        ran.getAndIncrement(i);
        return CallWeb.digest(i, all.stream().mapToLong(Long::longValue).toArray());
    }

    // ---------------------------------------------------------------- what the test does

    int size() {
        return web.size();
    }

    /** The call that needs all others. */
    Delayed<Long> root() {
        return calls.get(web.size() - 1);
    }

    /** The same result, but the graph is there only once some call has run; what that one needs runs before the rest. */
    Delayed<Long> grownAfter(int call) {
        Delayed<Long> captured = root();
        return calls.get(call).thenDelayed(ignored -> captured);
    }

    /** Requires that each call has run so often. */
    void checkCounts(int runs) {
        int wrong = IntStream.range(0, web.size())
                .filter(i -> ran.get(i) != runs)
                .findFirst()
                .orElse(-1);
        if (wrong >= 0) {
            throw new AssertionError(
                    "call " + wrong + " of " + web.size() + " ran " + ran.get(wrong) + " times instead of " + runs);
        }
    }

    void checkResult(long result) {
        assertThat(result).as("the result").isEqualTo(web.expected());
    }
}
