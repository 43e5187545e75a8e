package dev.bide.verify.remote;

import static dev.bide.Bide.gather;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task1;
import dev.bide.graph.Limit;
import dev.bide.graph.Plan;
import dev.bide.graph.Retry;
import dev.bide.testkit.Habits;
import dev.bide.verify.scale.CallWeb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A drawn graph whose calls have traits, and what should come of each of them. */
final class TroubledGraph implements Habits {
    private static final Duration TIMEOUT = Duration.ofMillis(20);
    private static final long FOREVER = Duration.ofHours(1).toNanos();

    private final String name;
    private final CallWeb web;
    private final Trait[] traits;
    private final @Nullable Long[] expected;
    private final List<Delayed<Long>> calls = new ArrayList<>();
    private final Limit limit;
    private final Random random;
    private final long spread;

    TroubledGraph(String name, CallWeb web, Random random, double calm, double doom, boolean timed, Limit limit) {
        this.name = name;
        this.web = web;
        this.random = random;
        this.limit = limit;
        this.spread = 1L + random.nextInt(3_000_000);
        this.traits = new Trait[web.size()];
        this.expected = new Long[web.size()];
        for (int i = 0; i < traits.length; i++) {
            traits[i] = Trait.draw(random, calm, doom, timed);
            expected[i] = expect(i);
            calls.add(call(i));
        }
    }

    DelayedList<Long> all() {
        return gather(calls);
    }

    Delayed<Long> last() {
        return calls.get(calls.size() - 1);
    }

    /** What a call gives, {@code null} if nothing. */
    @Nullable
    Long expected(int call) {
        return expected[call];
    }

    int size() {
        return traits.length;
    }

    /** The keys of the calls that fail, of all those whose inputs are there. */
    Set<String> failures() {
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < traits.length; i++) {
            if (traits[i].fails() && inputs(i) != null) {
                keys.add(key(i));
            }
        }
        return keys;
    }

    String key(int call) {
        return name + "-" + call;
    }

    Trait trait(String key) {
        return traits[number(key)];
    }

    /** Which call has a key, {@code -1} if none has. */
    private int number(String key) {
        return key.startsWith(name + "-") ? Integer.parseInt(key.substring(name.length() + 1)) : -1;
    }

    private @Nullable Long expect(int call) {
        long[] inputs = inputs(call);
        return inputs == null || traits[call].fails() ? null : value(call, inputs);
    }

    private long @Nullable [] inputs(int call) {
        long[] inputs = new long[web.count(call)];
        for (int k = 0; k < inputs.length; k++) {
            Long input = expected[web.dependency(call, k)];
            if (input == null) {
                return null;
            }
            inputs[k] = input;
        }
        return inputs;
    }

    private long value(int call, long... inputs) {
        return traits[call] == Trait.FALLS_BACK ? -call : CallWeb.digest(call, inputs);
    }

    private Delayed<Long> call(int call) {
        List<Object> inputs = new ArrayList<>();
        for (int k = 0; k < web.count(call); k++) {
            inputs.add(calls.get(web.dependency(call, k)));
        }
        AtomicInteger made = new AtomicInteger();
        Task1<Object, Long> task = Task1.of(given -> run(call, (List<?>) given, made));
        Retry retry = Retry.times(Trait.TROUBLES).backoff(Duration.ofMillis(1 + random.nextInt(50)));
        Task1<Object, Long> handled = switch (traits[call]) {
            case FLAKY -> task.retry(random.nextBoolean() ? retry : Retry.times(Trait.TROUBLES));
            case BROKEN -> random.nextBoolean() ? task : task.retry(1);
            case FALLS_BACK -> task.fallback((long) -call).retry(random.nextInt(2));
            case HANGS, DEAF -> task.retry(retry).timeout(TIMEOUT);
            case LATE -> task.timeout(TIMEOUT).retry(random.nextInt(2));
            case LIMITED -> task.limit(limit);
            case URGENT -> task.priority(random.nextInt(7) - 3);
            default -> task;
        };
        return handled.call((Object) inputs).named(key(call));
    }

    private Long run(int call, List<?> inputs, AtomicInteger made) throws Exception {
        Trait trait = traits[call];
        if (trait == Trait.BROKEN
                || trait == Trait.FALLS_BACK
                || trait == Trait.FLAKY && made.incrementAndGet() <= Trait.TROUBLES) {
            throw new Exception("drawn to fail");
        }
        return value(call, inputs.stream().mapToLong(input -> (Long) input).toArray());
    }

    @Override
    public long nanos(Plan plan, int task, int attempt) {
        int call = number(plan.key(task).toString());
        return call >= 0 && traits[call].hangs(attempt)
                ? FOREVER
                : 1_000 + (call * 7_919L + attempt * 104_729L) % spread;
    }

    @Override
    public boolean kills(Plan plan, int task) {
        int call = number(plan.key(task).toString());
        return call >= 0 && traits[call] == Trait.KILLER;
    }

    @Override
    public boolean ignoresInterrupt(Plan plan, int task) {
        int call = number(plan.key(task).toString());
        return call >= 0 && traits[call] == Trait.DEAF;
    }
}
