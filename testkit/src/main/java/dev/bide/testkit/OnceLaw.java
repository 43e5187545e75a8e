package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task1;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In one run a call runs once, however many dependents or roots share it. */
abstract class OnceLaw extends Law {
    OnceLaw(SchedulerContract contract) {
        super(contract);
    }

    private static Delayed<Integer> source(Tally calls) {
        return task(() -> calls.of("source", 1)).call();
    }

    //     source
    //     /    \
    //   left  right
    //     \    /
    //      join
    @Test
    void compute_diamond_runsTheSourceOnce() {
        Tally calls = new Tally();
        Delayed<Integer> source = source(calls);
        Delayed<Integer> left = source.then(x -> x + 10);
        Delayed<Integer> right = source.then(x -> x + 20);
        result(left.zip(right, Integer::sum)).isEqualTo(32);
        assertThat(calls.counts()).isEqualTo(Map.of("source", 1));
    }

    //   d0 = source     d1 = d0 + d0     ...     d40 = d39 + d39
    @Test
    void compute_ladderOfDiamonds_runsEachRungOnce() {
        Tally calls = new Tally();
        Delayed<Long> rung = task(() -> 1L).call();
        for (int i = 0; i < 40; i++) {
            rung = rung.zip(rung, (x, y) -> calls.of("rung", x + y));
        }
        result(rung).isEqualTo(1L << 40);
        assertThat(calls.of("rung")).isEqualTo(40);
    }

    //        source
    //      /  |  |  \
    //     a   b  c   d      all roots, and source too
    @Test
    void compute_severalRoots_shareTheirWork() {
        Tally calls = new Tally();
        Delayed<Integer> source = source(calls);
        List<Integer> results = compute(gather(
                List.of(source.then(x -> x + 1), source.then(x -> x + 2), source, source.then(x -> x + 3), source)));
        assertThat(results).containsExactly(2, 3, 1, 4, 1);
        assertThat(calls.counts()).isEqualTo(Map.of("source", 1));
    }

    @Test
    void compute_staticWithSeveralCapturedRoots_sharesTheirWork() {
        needsThisJvm(); // no run grows by what the function captured
        Tally calls = new Tally();
        Delayed<Integer> source = source(calls);
        Delayed<List<Integer>> both =
                task(() -> Bide.compute(source, source.then(x -> x + 1))).call();
        result(both).isEqualTo(List.of(1, 2));
        assertThat(calls.of("source")).isEqualTo(1);
    }

    @Test
    void compute_staticWithSeveralRoots_sharesTheirWork() {
        Tally calls = new Tally();
        Delayed<List<Integer>> both = task(() -> {
                    Delayed<Integer> source = source(calls);
                    return Bide.compute(source, source.then(x -> x + 1));
                })
                .call();
        result(both).isEqualTo(List.of(1, 2));
        assertThat(calls.of("source")).isEqualTo(1);
    }

    //        source
    //      / / .. \ \
    //     u u  ..  u u      a thousand users
    //      \ \ .. / /
    //        sum
    @Test
    void compute_aThousandDependents_runsTheSourceOnce() {
        Tally calls = new Tally();
        Delayed<Integer> source = source(calls);
        DelayedList<Integer> users = task((Integer i, Integer x) -> calls.of("user", i * x))
                .each(IntStream.range(0, 1_000).boxed().toList(), source);
        result(users.then(OnceLaw::sum)).isEqualTo(499_500);
        assertThat(calls.counts()).isEqualTo(Map.of("source", 1, "user", 1_000));
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    //   source ==> twice      both arguments, and hidden in a list besides
    @Test
    void compute_sameDependencyInSeveralPlaces_runsOnce() {
        Tally calls = new Tally();
        Delayed<Integer> source = source(calls);
        Delayed<Integer> twice =
                on(source, source, List.of(source, source)).call((x, y, list) -> calls.of("user", x + y + list.size()));
        result(twice).isEqualTo(4);
        assertThat(calls.counts()).isEqualTo(Map.of("source", 1, "user", 1));
    }

    @Test
    void compute_equalPureCalls_runOnce() {
        Tally calls = new Tally();
        Task1<Integer, Integer> square =
                task((Integer x) -> calls.of("square", x * x)).pure();
        List<Integer> results = compute(gather(List.of(square.call(3), square.call(3), square.call(4))));
        assertThat(results).containsExactly(9, 9, 16);
        assertThat(calls.of("square")).isEqualTo(2);
    }

    @Test
    void compute_equalCallsThatAreNotPure_runEach() {
        Tally calls = new Tally();
        Task1<Integer, Integer> square = task((Integer x) -> calls.of("square", x * x));
        result(gather(List.of(square.call(3), square.call(3)))).isEqualTo(List.of(9, 9));
        assertThat(calls.of("square")).isEqualTo(2);
    }

    @Test
    void named_aCallLikeAnother_runsBoth() {
        Tally calls = new Tally();
        Delayed<Integer> source = source(calls);
        result(gather(List.of(source, source.named("again")))).isEqualTo(List.of(1, 1));
        assertThat(calls.of("source")).isEqualTo(2);
    }

    //   source --> a --> (grows to) source + a
    @Test
    void thenDelayed_answerNeedsWhatTheRunHas_runsItOnce() {
        Tally calls = new Tally();
        Delayed<Integer> source = source(calls);
        Delayed<Integer> a = source.then(x -> calls.of("a", x + 1));
        Delayed<Integer> grown = a.thenDelayed(x -> source.zip(a, (y, z) -> x + y + z));
        result(grown).isEqualTo(5);
        assertThat(calls.counts()).isEqualTo(Map.of("source", 1, "a", 1));
    }

    //   source --> a --> b --> c --> (grows to) source        source's other users are long done
    @Test
    void thenDelayed_answerCapturesAResultLetGoByOthers_runsItOnce() {
        Tally calls = new Tally();
        Delayed<Integer> source = source(calls);
        Delayed<Integer> c = source.then(x -> x + 1).then(x -> x + 1).then(x -> x + 1);
        Delayed<Integer> grown = c.thenDelayed(x -> source.then(y -> x + y));
        result(grown).isEqualTo(5);
        assertThat(calls.of("source")).isEqualTo(1);
    }

    //   one --> (grows to) extra
    //    |
    //    v
    //   two --> (grows to) extra      both answers need it, nobody else does
    @Test
    void thenDelayed_twoAnswersNeedTheSameCall_runItOnce() {
        Tally calls = new Tally();
        Delayed<Integer> extra = task(() -> calls.of("extra", 5)).call();
        Delayed<Integer> one = task(() -> 1).call().thenDelayed(x -> extra.then(y -> x + y));
        Delayed<Integer> two = one.thenDelayed(x -> extra.then(y -> x + y));
        result(two).isEqualTo(11);
        assertThat(calls.of("extra")).isEqualTo(1);
    }

    //   left --> (grows to) extra  \
    //                               sum      at the same time
    //   right --> (grows to) extra /
    @Test
    void thenDelayed_twoAnswersAtTheSameTimeNeedTheSameCall_runItOnce() {
        Tally calls = new Tally();
        Delayed<Integer> extra = task(() -> calls.of("extra", 5)).call();
        Delayed<Integer> left = task(() -> 1).call().thenDelayed(x -> extra.then(y -> x + y));
        Delayed<Integer> right = task(() -> 2).call().thenDelayed(x -> extra.then(y -> x + y));
        result(left.zip(right, Integer::sum)).isEqualTo(13);
        assertThat(calls.of("extra")).isEqualTo(1);
    }

    //   source --> user --> (grows to) late --> (grows to) source      nobody needed late before
    @Test
    void thenDelayed_answerIsACallWhoseFunctionCapturedAResult_runsThatOnce() {
        Tally calls = new Tally();
        Delayed<Integer> source = source(calls);
        Delayed<Integer> late = task(() -> 10).call().thenDelayed(x -> source.then(y -> x + y));
        Delayed<Integer> user = source.then(x -> x + 100);
        result(user.thenDelayed(x -> late)).isEqualTo(11);
        assertThat(calls.of("source")).isEqualTo(1);
    }
}
