package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.graph.Limit;
import dev.bide.graph.Retry;
import dev.bide.schedule.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of several ready tasks the one with the lowest priority runs first, and what an urgent task needs is as urgent. */
abstract class PriorityLaw extends Law {
    private final Notes order = new Notes();

    PriorityLaw(SchedulerContract contract) {
        super(contract);
    }

    private Delayed<String> noted(String name) {
        Notes here = order;
        return task(() -> here.add(name)).named(name).call();
    }

    private Delayed<String> noted(String name, Delayed<?> needed) {
        Notes here = order;
        return needed.then(x -> here.add(name)).named(name);
    }

    /** Runs on one thread, in which nothing is begun before everything that waits for nothing is ready. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private final List<String> inTurn(Delayed<String>... roots) {
        assumeTrue(traits().parallelism() == 1, "runs several tasks at the same time");
        compute(gather(List.of(roots)));
        return order.all();
    }

    //   a(2)   b(0)   c(-1)   d(1)   e(0)
    @Test
    void priority_readyTasks_theLowestRunsFirst() {
        assertThat(inTurn(
                        noted("a").priority(2),
                        noted("b"),
                        noted("c").priority(-1),
                        noted("d").priority(1),
                        noted("e").priority(0)))
                .containsExactly("c", "b", "e", "d", "a");
    }

    //   a --> b --> c        x --> y --> z(-1)      x and y are as urgent as z
    @Test
    void priority_ofADependent_isInheritedByWhatItNeeds() {
        assertThat(inTurn(
                        noted("c", noted("b", noted("a"))),
                        noted("z", noted("y", noted("x"))).priority(-1)))
                .containsExactly("x", "y", "z", "a", "b", "c");
    }

    //   a --> b(5)    x --> y(1)      b is put off, a is not: it has a priority of its own
    @Test
    void priority_high_putsOffTheTaskAlone() {
        Delayed<String> a = noted("a").priority(-2);
        Delayed<String> x = noted("x");
        assertThat(inTurn(noted("b", a).priority(5), noted("y", x).priority(1))).containsExactly("a", "x", "y", "b");
    }

    //   shared(7) --> urgent(-3)
    //         \-----> later(9)       other(-1)
    @Test
    void priority_ofASharedDependency_isThatOfTheMostUrgent() {
        Delayed<String> shared = noted("shared").priority(7);
        assertThat(inTurn(
                        noted("later", shared).priority(9),
                        noted("other").priority(-1),
                        noted("urgent", shared).priority(-3)))
                .containsExactly("shared", "urgent", "other", "later");
    }

    //   first --> (grows to) a(1)  b(-1)        z(0)
    @Test
    void priority_inGraphThatGrew_holdsThere() {
        Notes here = order;
        Delayed<List<String>> grown = noted("first")
                .priority(-9)
                .thenDelayed(x -> gather(List.of(
                        task(() -> here.add("a")).call().priority(1),
                        task(() -> here.add("b")).call().priority(-1))))
                .priority(-9);
        compute(grown);
        assertThat(order.all()).first().isEqualTo("first");
        assertThat(order.all()).containsExactlyInAnyOrder("first", "a", "b");
    }

    //   holds the thread    u u .. u (-1)   n n .. n      each urgent one is begun before each other one
    @Test
    void priority_onOneThread_isExactAmongAllThatIsReady() {
        assumeTrue(traits().parallelism() == 1, "runs several tasks at the same time");
        List<Delayed<String>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(noted((i % 2 == 0 ? "u" : "n") + i).priority(i % 2 == 0 ? -1 : 0));
        }
        compute(gather(all));
        assertThat(order.all())
                .startsWith(IntStream.range(0, 20).mapToObj(i -> "u" + 2 * i).toArray(String[]::new));
    }

    //   n n .. n   u u .. u (-1)      on several threads: on the whole
    @Test
    void priority_onManyThreads_bringsTheUrgentForward() {
        assertThat(IntStream.range(0, 5)
                        .mapToLong(round -> urgentAmongTheFirstHalf())
                        .anyMatch(urgent -> urgent > 70))
                .as("one of five runs began most of the urgent tasks first; without an order each begins half of them")
                .isTrue();
    }

    /** Of a hundred. A worker that a busy machine stops for a while keeps the urgent tasks it has from running. */
    private long urgentAmongTheFirstHalf() {
        Notes here = new Notes();
        Crowd crowd = new Crowd();
        DelayedList<String> normal =
                task((Integer i) -> here.add(crowd.visit("n"))).each(upTo(100));
        DelayedList<String> urgent =
                task((Integer i) -> here.add(crowd.visit("u"))).priority(-1).each(upTo(100));
        result(gather(List.of(normal, urgent)).then(List::size)).isEqualTo(2);
        return here.all().stream().limit(100).filter("u"::equals).count();
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    //   flaky(-1), comes back among n n .. n      with everything else that a task may ask for
    @Test
    void priority_withRetriesTimeoutsAndLimits_losesNoTask() {
        Limit limit = Limit.of("three", 3);
        DelayedList<Integer> flaky = task((Flaky f) -> f.call())
                .priority(-1)
                .limit(limit)
                .timeout(Duration.ofHours(1))
                .retry(Retry.times(2).backoff(Duration.ofNanos(100_000)))
                .each(IntStream.range(0, 100)
                        .mapToObj(i -> Flaky.until(1 + i % 3))
                        .toList());
        DelayedList<Integer> sums = flaky.each(x -> x + 1).priority(3);
        Run<Integer> run = sums.then(List::size).start(scheduler());
        assertThat(run.get()).isEqualTo(100);
        assertThat(limit.taken()).isZero();
    }
}
