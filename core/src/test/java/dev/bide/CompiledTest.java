package dev.bide;

import static dev.bide.Bide.compute;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompiledTest {
    private final AtomicInteger calls = new AtomicInteger();

    // one
    @Test
    void compile_itself_runsNothing() {
        task(calls::incrementAndGet).call().compile();

        assertThat(calls).hasValue(0);
    }

    //   count
    //   /   \
    // twice  |
    //   \   /
    //    sum
    @Test
    void compute_againAndAgain_callsEachTaskInEachRun() {
        Delayed<Integer> count = task(calls::incrementAndGet).call();
        Compiled<Integer> sum =
                on(count.then(x -> 2 * x), count).call(Integer::sum).compile();

        assertThat(sum.compute(Schedulers.sync())).isEqualTo(3);
        assertThat(sum.compute(Schedulers.threads())).isEqualTo(6);
        assertThat(sum.compute()).isEqualTo(9);
        assertThat(sum.size()).isEqualTo(3);
    }

    // leaf x 1000 -> list -> sum
    @Test
    void start_severalRunsAtOnce_doNotMix() {
        DelayedList<Integer> leaves =
                task((Integer x) -> x + 1).each(IntStream.range(0, 1000).boxed().toList());
        Compiled<Integer> sum =
                leaves.then(all -> all.stream().mapToInt(x -> x).sum()).compile();
        try (Scheduler two = Schedulers.threads(2)) {
            List<Run<Integer>> runs = IntStream.range(0, 20)
                    .mapToObj(i -> sum.start(two, RunOptions.defaults()))
                    .toList();

            assertThat(runs).allSatisfy(run -> assertThat(run.get()).isEqualTo(500500));
        }
    }

    // fails the first time
    @Test
    void compute_afterAFailedRun_runsAsIfForTheFirstTime() {
        Compiled<Integer> second =
                task(() -> 10 / (calls.incrementAndGet() - 1)).call().compile();

        assertThatThrownBy(second::compute).isInstanceOf(TaskFailedException.class);
        assertThat(second.compute()).isEqualTo(10);
    }

    // half -> half -> .. until it is 1
    @Test
    void compute_graphThatGrows_growsInEachRun() {
        Compiled<Integer> one = halve(64).compile();

        assertThat(List.of(one.compute(), one.compute(Schedulers.sync()))).containsExactly(1, 1);
    }

    private static Delayed<Integer> halve(int x) {
        return task((Integer y) -> y / 2).call(x).thenDelayed(y -> y == 1 ? Bide.value(1) : halve(y));
    }

    // value
    @Test
    void compile_ofAValue_givesTheValue() {
        assertThat(Bide.value("x").compile().compute()).isEqualTo("x");
        assertThat(compute(Bide.value("x"))).containsExactly("x");
    }

    @Test
    void toString_anyGraph_saysHowLargeItIs() {
        assertThat(task(calls::incrementAndGet).call().compile()).hasToString("Compiled graph of 1 task");
    }
}
