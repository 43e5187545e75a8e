package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.schedule.Run;
import dev.bide.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many runs at once share the scheduler, and graphs, and nothing else. */
abstract class ConcurrencyLaw extends Law {
    ConcurrencyLaw(SchedulerContract contract) {
        super(contract);
    }

    private static DelayedList<Integer> squares(int size) {
        return task((Integer x) -> x * x).each(IntStream.range(0, size).boxed().toList());
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void start_manyRunsFromOneThread_allEnd() {
        List<Run<Integer>> runs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            runs.add(squares(20).then(ConcurrencyLaw::sum).start(scheduler()));
        }
        assertThat(runs).allMatch(run -> run.get() == 2_470);
    }

    @Test
    void compute_manyRunsFromSeveralThreads_allGiveTheirResult() throws Exception {
        Scheduler here = bare();
        List<Caller<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            callers.add(Caller.of(() -> {
                int sum = 0;
                for (int n = 0; n < 100; n++) {
                    sum += squares(n % 10).then(ConcurrencyLaw::sum).compute(here);
                }
                return sum;
            }));
        }
        int expected = 10
                * IntStream.range(0, 10)
                        .map(n -> IntStream.range(0, n).map(x -> x * x).sum())
                        .sum();
        for (Caller<Integer> caller : callers) {
            assertThat(caller.result()).isEqualTo(expected);
        }
    }

    //         shared
    //        / / \ \
    //       l l   r r       two threads, each with roots of its own over the same graph
    //        \|   |/
    //      left   right
    @RepeatedTest(10)
    void compute_overlappingGraphsFromTwoThreads_eachRunsEachCallOnce() throws Exception {
        Tally calls = new Tally();
        DelayedList<Integer> shared = task((Integer x) -> calls.of("shared", x))
                .each(IntStream.range(0, 100).boxed().toList());
        Delayed<Integer> left = shared.each(x -> x + 1).then(ConcurrencyLaw::sum);
        Delayed<Integer> right = shared.each(x -> x - 1).then(ConcurrencyLaw::sum);
        Scheduler here = scheduler();
        CyclicBarrier together = new CyclicBarrier(2);
        Caller<Integer> one = Caller.of(() -> at(together, left, here));
        Caller<Integer> other = Caller.of(() -> at(together, right, here));
        assertThat(one.result()).isEqualTo(5_050);
        assertThat(other.result()).isEqualTo(4_850);
        assertThat(calls.of("shared")).isEqualTo(200);
    }

    private static int at(CyclicBarrier together, Delayed<Integer> root, Scheduler here) throws Exception {
        together.await();
        return root.compute(here);
    }

    @RepeatedTest(5)
    void compute_theSameGraphFromSeveralThreads_givesEachTheResult() throws Exception {
        Delayed<Integer> root = squares(200).each(x -> x + 1).then(ConcurrencyLaw::sum);
        Scheduler here = bare();
        CyclicBarrier together = new CyclicBarrier(4);
        List<Caller<Integer>> callers = IntStream.range(0, 4)
                .mapToObj(i -> Caller.of(() -> at(together, root, here)))
                .toList();
        for (Caller<Integer> caller : callers) {
            assertThat(caller.result()).isEqualTo(2_646_900);
        }
    }

    //   w w      as many tasks wait for each other as the scheduler runs at the same time
    @Test
    void compute_tasksThatNeedEachOther_areAtWorkAtTheSameTime() {
        needsParallelism(2);
        int atOnce = traits().parallelism();
        Gate together = new Gate(atOnce);
        DelayedList<Integer> waiting = task((Integer i) -> together.meet(i))
                .each(IntStream.range(0, atOnce).boxed().toList());
        result(waiting.then(List::size)).isEqualTo(atOnce);
    }

    //   long (waits)     short short short      the short runs are not held up by the long one
    @Test
    void compute_whileAnotherRunWaits_givesItsResult() throws Exception {
        needsParallelism(2);
        Gate gate = new Gate();
        Run<Integer> waits = task(() -> gate.pass(1)).call().start(scheduler());
        gate.awaitArrival();
        for (int i = 0; i < 10; i++) {
            result(gather(List.of(task(() -> 1).call(), task(() -> 2).call()))).isEqualTo(List.of(1, 2));
        }
        gate.open();
        assertThat(waits.get()).isEqualTo(1);
    }
}
