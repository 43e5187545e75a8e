package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.graph.Limit;
import dev.bide.schedule.Run;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A task lends its place in a limit to the runs that it waits for, so that none of them waits for it. */
abstract class LimitInsideLaw extends Law {
    private final Limit one = Limit.of("one", 1);
    private final Limit two = Limit.of("two", 2);
    private final Crowd crowd = new Crowd();

    LimitInsideLaw(SchedulerContract contract) {
        super(contract);
    }

    @BeforeEach
    void tasksHaveTheLimit() {
        needsThisJvm(); // a limit that a task gives to tasks inside it is the one of the test
    }

    @AfterEach
    void everyPlaceIsBack() {
        for (Limit limit : List.of(one, two)) {
            Eventually.holds("all places of " + limit + " are back", () -> limit.taken() == 0);
            assertThat(limit.waiting()).isZero();
        }
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private static DelayedList<Integer> visits(Crowd crowd, Limit limit, int tasks) {
        return task((Integer i) -> crowd.visit(i)).limit(limit).each(upTo(tasks));
    }

    //   outer ( v v .. v )      all with a place in the same limit
    @RepeatedTest(3)
    void limit_taskComputesTasksWithTheSame_keepsTheBoundAndEnds() {
        Crowd here = crowd;
        Limit lent = one;
        Delayed<Integer> outer = task(() ->
                        visits(here, lent, 10).then(List::size).compute())
                .limit(one)
                .call();
        result(outer).isEqualTo(10);
        assertThat(outer.compute(bare())).isEqualTo(10);
        assertThat(crowd.most()).isEqualTo(1);
    }

    //   outer ( v v .. v )  outer ( v v .. v ) ..      two at a time, and within each one at a time
    @RepeatedTest(3)
    void limit_manyTasksComputeTasksWithTheSame_keepsTheBoundAndEnds() {
        Crowd here = crowd;
        Limit lent = two;
        DelayedList<Integer> outer = task((Integer i) ->
                        visits(here, lent, 5).then(List::size).compute())
                .limit(two)
                .each(upTo(12));
        result(outer.then(List::size)).isEqualTo(12);
        assertThat(crowd.all()).isEqualTo(60);
        assertThat(crowd.most()).isLessThanOrEqualTo(2);
    }

    //   x --> t2 ( v )      p      t1 ( v )      x, p and both v want the one place; x has it until p and the v of t1
    // wait
    @RepeatedTest(3)
    void limit_everyWorkerWaitsInsideWhileAPlaceIsGranted_theInnerTaskTakesIt() throws Exception {
        needsParallelism(2);
        Gate gate = new Gate();
        Limit lent = one;
        Delayed<Integer> x = task(() -> gate.pass(1)).limit(one).call();
        Delayed<Integer> t2 = x.then(v -> task(() -> 2).limit(lent).call().compute());
        Delayed<Integer> p = task(() -> 3).limit(one).call();
        Delayed<Integer> t1 =
                task(() -> task(() -> 4).limit(lent).call().compute()).call();
        Run<List<Integer>> run = gather(List.of(t2, p, t1)).start(scheduler());
        gate.awaitArrival();
        Eventually.holds("both wait", () -> one.waiting() == 2);
        gate.open();
        assertThat(run.get()).containsExactly(2, 3, 4);
    }

    private static int deep(Limit limit, int depth) {
        return depth == 0
                ? 0
                : 1 + task(() -> deep(limit, depth - 1)).limit(limit).call().compute();
    }

    //   task ( task ( task ( ... ) ) )      twenty deep, all with the one place
    @Test
    void limit_atDepth_ends() {
        result(task(() -> deep(one, 20)).limit(one).call()).isEqualTo(20);
        result(task(() -> deep(one, 20)).call()).isEqualTo(20);
    }

    //   outer ( a ( v )   b ( v ) )      a and b at the same time, so one of them on a thread that is not outer's
    @RepeatedTest(5)
    void limit_runInsideARunInside_isLentThatPlaceOnWhateverThread() {
        needsParallelism(2);
        Crowd here = crowd;
        Limit lent = one;
        CyclicBarrier together = new CyclicBarrier(2);
        DelayedList<Integer> middle = task((Integer i) -> {
                    together.await();
                    return visits(here, lent, 3).then(List::size).compute();
                })
                .each(upTo(2));
        result(task(() -> middle.then(List::size).compute()).limit(one).call()).isEqualTo(2);
        assertThat(crowd.all()).isEqualTo(6);
        assertThat(crowd.most()).isEqualTo(1);
    }

    //   outer ( v v )      inside on the caller's thread
    @Test
    void limit_computesInPlace_keepsTheBoundAndEnds() {
        Crowd here = crowd;
        Limit lent = two;
        DelayedList<Integer> outer = task((Integer i) ->
                        visits(here, lent, 3).compute(Schedulers.sync()).size())
                .limit(two)
                .each(upTo(6));
        result(outer.then(List::size)).isEqualTo(6);
        assertThat(crowd.all()).isEqualTo(18);
        assertThat(crowd.most()).isLessThanOrEqualTo(2);
    }
}
