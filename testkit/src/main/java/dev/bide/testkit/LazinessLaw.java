package dev.bide.testkit;

import static dev.bide.Bide.action;
import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Building a graph runs nothing; asking for a result runs it, each time anew. */
abstract class LazinessLaw extends Law {
    LazinessLaw(SchedulerContract contract) {
        super(contract);
    }

    /** A graph with every verb in it, each of which counts its call. */
    private static Delayed<?> everyVerb(Tally calls) {
        Delayed<Integer> one = task(() -> calls.of("task", 1)).call();
        Delayed<Integer> two = task((Integer x) -> calls.of("call", x + 1)).call(one);
        DelayedList<Integer> each = task((Integer x) -> calls.of("each", x)).each(List.of(1, 2));
        Delayed<@Nullable Void> ran =
                action((Integer x) -> calls.of("action", x)).call(two);
        Delayed<Integer> on = on(two, 3).call((x, y) -> calls.of("on", x + y)).after(ran);
        Delayed<@Nullable Void> run = on(on).run(x -> calls.of("run", x));
        Delayed<Integer> then = one.then(x -> calls.of("then", x)).named("then");
        Delayed<Integer> zip = then.zip(on, (x, y) -> calls.of("zip", x + y));
        Delayed<Integer> grown = zip.thenDelayed(x -> value(calls.of("thenDelayed", x)));
        return gather(Map.of("each", each, "grown", grown, "run", run));
    }

    @Test
    void call_onlyBuilt_runsNothing() {
        Tally calls = new Tally();
        everyVerb(calls);
        assertThat(calls.counts()).isEmpty();
    }

    @Test
    void graph_looksAtTheCalls_runsNothing() {
        Tally calls = new Tally();
        assertThat(everyVerb(calls).graph().keys()).hasSizeGreaterThan(8);
        assertThat(calls.counts()).isEmpty();
    }

    @Test
    void compute_everyVerb_runsEachCallOnce() {
        Tally calls = new Tally();
        compute(everyVerb(calls));
        assertThat(calls.counts())
                .isEqualTo(Map.of(
                        "task",
                        1,
                        "call",
                        1,
                        "each",
                        2,
                        "action",
                        1,
                        "on",
                        1,
                        "run",
                        1,
                        "then",
                        1,
                        "zip",
                        1,
                        "thenDelayed",
                        1));
    }

    @Test
    void compute_askedAgain_runsAgain() {
        Tally calls = new Tally();
        Delayed<Integer> counted = task(() -> calls.of("task", 7)).call();
        result(counted).isEqualTo(7);
        result(counted).isEqualTo(7);
        assertThat(calls.of("task")).isEqualTo(2);
    }

    @Test
    void compute_aValue_runsNothingAndGivesIt() {
        result(value("as it is")).isEqualTo("as it is");
    }

    //   one (persisted)
    //    |
    //   two
    @Test
    void persist_thenBuiltUpon_doesNotRunAgain() {
        Tally calls = new Tally();
        Delayed<Integer> one = task(() -> calls.of("one", 1)).call().persist(scheduler());
        Delayed<Integer> two = one.then(x -> calls.of("two", x + 1));
        assertThat(calls.counts()).isEqualTo(Map.of("one", 1));
        result(two).isEqualTo(2);
        assertThat(calls.counts()).isEqualTo(Map.of("one", 1, "two", 1));
    }

    @Test
    void persist_aList_keepsEachResult() {
        Tally calls = new Tally();
        DelayedList<Integer> kept = task((Integer x) -> calls.of("square", x * x))
                .each(List.of(1, 2, 3))
                .persist(scheduler());
        result(kept.get(1).then(x -> x + 1)).isEqualTo(5);
        assertThat(calls.of("square")).isEqualTo(3);
    }
}
