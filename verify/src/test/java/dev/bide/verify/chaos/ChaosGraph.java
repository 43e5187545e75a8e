package dev.bide.verify.chaos;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;

import dev.bide.Delayed;
import dev.bide.Task2;
import dev.bide.graph.Limit;
import dev.bide.graph.Retry;
import dev.bide.schedule.Run;
import dev.bide.verify.scale.CallWeb;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A random graph whose calls have whims, and what it should give. */
final class ChaosGraph {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration SHORT = Duration.ofMillis(3);

    /** How often an attempt that does not hang may be so slow, on a busy machine, that its time is up. */
    private static final int UNLUCKY = 100;

    private final CallWeb web;
    private final Whim[] whims;
    private final @Nullable Long[] expected;
    private final BitSet reached = new BitSet();
    private final AtomicIntegerArray attempts;
    private final Limit limit;
    private final AtomicInteger inside;
    private final List<Delayed<Long>> calls = new ArrayList<>();

    /** Who cancels the run, after how many attempts of all calls; never, unless it is set. */
    private final AtomicInteger untilCancel = new AtomicInteger(Integer.MAX_VALUE);

    private final AtomicReference<Run<?>> run = new AtomicReference<>();

    ChaosGraph(CallWeb web, Random random, double calm, double doom, Limit limit, AtomicInteger inside) {
        this.web = web;
        this.limit = limit;
        this.inside = inside;
        this.whims = new Whim[web.size()];
        this.expected = new Long[web.size()];
        this.attempts = new AtomicIntegerArray(web.size());
        Task2<Integer, List<Long>, Long> task = task(this::attempt);
        for (int i = 0; i < web.size(); i++) {
            whims[i] = Whim.draw(random, calm, doom);
            expect(i);
            calls.add(handled(task, i, random));
        }
    }

    private void expect(int call) {
        long[] inputs = new long[web.count(call)];
        boolean missing = false;
        for (int k = 0; k < inputs.length; k++) {
            Long input = expected[web.dependency(call, k)];
            missing |= input == null;
            inputs[k] = input == null ? 0 : input;
        }
        if (!missing) {
            reached.set(call);
            expected[call] = whims[call].fails() ? null : CallWeb.digest(call, inputs);
        }
    }

    private Delayed<Long> handled(Task2<Integer, List<Long>, Long> task, int call, Random random) {
        List<Delayed<Long>> inputs = new ArrayList<>();
        for (int k = 0; k < web.count(call); k++) {
            inputs.add(calls.get(web.dependency(call, k)));
        }
        Delayed<List<Long>> all = gather(inputs);
        Delayed<Long> plain = task.call(value(call), all);
        return switch (whims[call]) {
            case FLAKY, DOOMED, ERRING -> plain.retry(2);
            case PATIENT -> plain.retry(Retry.times(1).backoff(MOMENT));
            case HANGING -> plain.timeout(SHORT).retry(UNLUCKY);
            case FALLING -> on(all, call).fallbackTo(thrown -> ((Given) thrown).digest);
            case LIMITED -> plain.limit(limit);
            case LIMITED_FLAKY -> plain.limit(limit).retry(Retry.times(1).backoff(MOMENT));
            case URGENT -> plain.priority(random.nextInt(5) - 2);
            case GROWING -> all.thenDelayed(list -> task.call(value(call), value(list)));
            default -> plain;
        };
    }

    private Delayed<Long> on(Delayed<List<Long>> all, int call) {
        return all.then(list -> {
            count(call);
            throw new Given(digest(call, list));
        });
    }

    /** Carries what the call would have given. */
    private static final class Given extends Exception {
        private static final long serialVersionUID = 1L;
        private final long digest;

        Given(long digest) {
            super("falls back", null, false, false);
            this.digest = digest;
        }
    }

    private static long digest(int call, List<Long> inputs) {
        return CallWeb.digest(call, inputs.stream().mapToLong(Long::longValue).toArray());
    }

    private int count(int call) {
        if (untilCancel.decrementAndGet() == 0) {
            Run<?> disturbed = run.get();
            if (disturbed != null) {
                disturbed.cancel();
            }
        }
        return attempts.incrementAndGet(call);
    }

    private long attempt(int call, List<Long> inputs) throws Exception {
        int attempt = count(call);
        Whim whim = whims[call];
        if (whim == Whim.LIMITED || whim == Whim.LIMITED_FLAKY) {
            limited(attempt < whim.attempts());
        } else if (whim == Whim.ERRING) {
            throw new StackOverflowError("drawn");
        } else if (whim == Whim.HANGING && attempt < whim.attempts()) {
            new CountDownLatch(1).await();
        } else if (whim == Whim.NESTING) {
            nest();
        } else if (whim == Whim.INTERRUPTING) {
            Thread.currentThread().interrupt();
        } else if (whim == Whim.DOOMED || attempt < whim.attempts()) {
            throw new IOException("drawn");
        }
        return digest(call, inputs);
    }

    private void limited(boolean fails) throws IOException {
        int now = inside.incrementAndGet();
        try {
            if (now > limit.most()) {
                throw new AssertionError(now + " tasks at once in " + limit);
            }
            if (fails) {
                throw new IOException("drawn");
            }
        } finally {
            inside.decrementAndGet();
        }
    }

    private static void nest() {
        int sum = gather(List.of(task(() -> 1).call(), task(() -> 2).call()))
                .then(both -> both.get(0) + both.get(1))
                .compute();
        if (sum != 3) {
            throw new AssertionError("1 + 2 = " + sum);
        }
    }

    // ---------------------------------------------------------------- what the test asks

    int size() {
        return web.size();
    }

    Delayed<Long> call(int i) {
        return calls.get(i);
    }

    /** What a call should give, {@code null} if it fails or is skipped. */
    @Nullable
    Long expected(int call) {
        return expected[call];
    }

    boolean any(Whim whim) {
        return List.of(whims).contains(whim);
    }

    boolean failsItself(int call) {
        return reached.get(call) && whims[call].fails();
    }

    int failures() {
        return (int) reached.stream().filter(call -> whims[call].fails()).count();
    }

    void cancelAfter(int attemptsOfAll) {
        untilCancel.set(attemptsOfAll);
    }

    void runs(Run<?> started) {
        run.set(started);
    }

    /** Requires that every call that can run was tried as often as its whim asks, and no other at all; or not more often. */
    void checkAttempts(boolean exactly) {
        for (int i = 0; i < size(); i++) {
            int wanted = reached.get(i) ? whims[i].attempts() : 0;
            wanted = whims[i] == Whim.ERRING ? Math.min(1, wanted) : wanted;
            int most = whims[i] == Whim.HANGING && wanted > 0 ? 1 + UNLUCKY : wanted;
            int made = attempts.get(i);
            if (made > most || exactly && made < wanted) {
                throw new AssertionError(
                        "call " + i + " (" + whims[i] + ") was tried " + made + " times instead of " + wanted);
            }
        }
    }
}
