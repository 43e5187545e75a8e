package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.schedule.Run;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code compute()} inside a task works at any depth and on every scheduler, and no pool runs dry. */
abstract class NestedLaw extends Law {
    NestedLaw(SchedulerContract contract) {
        super(contract);
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private static Delayed<Integer> fan(int width) {
        return task((Integer x) -> x).each(upTo(width)).then(NestedLaw::sum);
    }

    //   outer ( fan of 10 )
    @Test
    void compute_inATask_givesTheResult() {
        result(task(() -> fan(10).compute()).call()).isEqualTo(45);
        assertThat(task(() -> fan(10).compute()).call().compute(bare())).isEqualTo(45);
    }

    private static int deep(int depth) {
        Delayed<Integer> inner =
                depth == 0 ? fan(3) : task(() -> deep(depth - 1)).call();
        return inner.then(x -> x + 1).compute();
    }

    //   task ( task ( task ( ... ) ) )      fifty deep
    @Test
    void compute_atDepth_givesTheResult() {
        result(task(() -> deep(50)).call()).isEqualTo(54);
    }

    //   t ( fan )  t ( fan )  ..  t ( fan )      a hundred tasks that all wait inside
    @Test
    void compute_inManyTasksAtOnce_givesEveryResult() {
        DelayedList<Integer> outer = task((Integer x) -> x + fan(20).compute()).each(upTo(100));
        result(outer.then(NestedLaw::sum)).isEqualTo(4_950 + 100 * 190);
        assertThat(outer.then(NestedLaw::sum).compute(bare())).isEqualTo(4_950 + 100 * 190);
    }

    private static int tree(int depth) {
        DelayedList<Integer> both =
                task((Integer x) -> depth == 0 ? 1 : tree(depth - 1)).each(upTo(2));
        return both.then(NestedLaw::sum).compute();
    }

    //            t
    //         (t   t)
    //       (t t) (t t)      each level a run of its own, 8 levels
    @Test
    void compute_treeOfRuns_givesTheResult() {
        result(task(() -> tree(8)).call()).isEqualTo(1 << 9);
    }

    @Test
    void compute_inATaskInOneRunForSeveralRoots_sharesTheirWork() {
        Tally calls = new Tally();
        Delayed<Integer> outer = task(() -> {
                    Delayed<Integer> shared = task(() -> calls.of("shared", 1)).call();
                    return sum(gather(List.of(shared, shared.then(x -> x + 1))).compute());
                })
                .call();
        result(outer).isEqualTo(3);
        assertThat(calls.of("shared")).isEqualTo(1);
    }

    @Test
    void start_inATaskSeveralRuns_allEnd() {
        Delayed<Integer> outer = task(() -> {
                    List<Run<Integer>> runs = new ArrayList<>();
                    for (int i = 1; i <= 20; i++) {
                        runs.add(fan(i).start());
                    }
                    return runs.stream().mapToInt(Run::get).sum();
                })
                .call();
        result(outer)
                .isEqualTo(
                        IntStream.rangeClosed(1, 20).map(n -> n * (n - 1) / 2).sum());
    }

    //   task of another scheduler ( fan here )
    @Test
    void compute_fromATaskOfAnotherScheduler_givesTheResult() {
        Scheduler here = bare();
        try (Scheduler other = Schedulers.threads(1)) {
            DelayedList<Integer> outer =
                    task((Integer x) -> fan(10).compute(here)).each(upTo(20));
            assertThat(outer.then(NestedLaw::sum).compute(other)).isEqualTo(900);
        }
        DelayedList<Integer> outer = task((Integer x) -> fan(10).compute(here)).each(upTo(5));
        assertThat(outer.then(NestedLaw::sum).compute(Schedulers.sync())).isEqualTo(225);
    }

    //   task here ( fan there )
    @Test
    void compute_onASharedSchedulerInATask_givesTheResult() {
        needsThisJvm(); // all tasks have the same scheduler
        try (Scheduler other = Schedulers.threads(1)) {
            result(task((Integer x) -> fan(10).compute(other)).each(upTo(20)).then(NestedLaw::sum))
                    .isEqualTo(900);
        }
    }

    private static int onOneOfItsOwn() {
        try (Scheduler other = Schedulers.threads(1)) {
            return fan(10).compute(other);
        }
    }

    //   task here ( fan there )
    @Test
    void compute_onAnotherSchedulerInATask_givesTheResult() {
        result(task((Integer x) -> onOneOfItsOwn()).each(upTo(5)).then(NestedLaw::sum))
                .isEqualTo(225);
        result(task((Integer x) -> fan(10).compute(Schedulers.sync()))
                        .each(upTo(5))
                        .then(NestedLaw::sum))
                .isEqualTo(225);
    }

    private static int pingPong(int depth, Scheduler one, Scheduler other) {
        return depth == 0
                ? 0
                : 1 + task(() -> pingPong(depth - 1, other, one)).call().compute(one);
    }

    //   here ( there ( here ( there ( ... ) ) ) )      both with a few threads, twenty deep
    @Test
    void compute_backAndForthBetweenTwoSchedulers_givesTheResult() {
        needsThisJvm();
        Scheduler here = bare();
        try (Scheduler other = Schedulers.threads(1)) {
            result(task(() -> pingPong(20, other, here)).call()).isEqualTo(20);
        }
    }

    @Test
    void compute_innerTaskThrows_outerTaskFailsBecauseOfIt() {
        TaskFailedException outer = thrown(
                TaskFailedException.class,
                task(() -> task(NestedLaw::boom).call().compute())
                        .named("outer")
                        .call());
        assertThat(outer.key().name()).isEqualTo("outer");
        assertThat(outer)
                .cause()
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failed -> assertThat(failed.key().name()).isEqualTo("boom"));
        assertThat(outer).hasRootCauseMessage("boom");
    }

    private static int boom() {
        throw new IllegalStateException("boom");
    }

    @Test
    void compute_innerTaskThrowsAndTheOuterCatchesIt_theOuterGoesOn() {
        Delayed<Integer> outer = task(() -> {
                    try {
                        return task(NestedLaw::boom).call().compute();
                    } catch (TaskFailedException expected) {
                        return -1;
                    }
                })
                .call();
        result(outer.then(x -> x * 2)).isEqualTo(-2);
    }

    //   itself ( itself ( itself ... ) )
    @Test
    void compute_ofItselfWithoutEnd_failsAndSaysSo() {
        needsThisJvm();
        AtomicReference<Delayed<Integer>> itself = new AtomicReference<>();
        itself.set(task(() -> itself.get().then(x -> x + 1).compute()).call().named("itself"));
        for (Scheduler each : List.of(scheduler(), bare())) {
            assertComputesItself(
                    assertThrows(TaskFailedException.class, () -> itself.get().compute(each)));
        }
        result(fan(3)).isEqualTo(3);
    }

    //   one ( other ( one ( other ... ) ) )
    @Test
    void compute_ofEachOtherWithoutEnd_failsAndSaysSo() {
        needsThisJvm();
        AtomicReference<Delayed<Integer>> other = new AtomicReference<>();
        Delayed<Integer> one = task(() -> other.get().compute()).call().named("itself");
        other.set(task(() -> gather(List.of(one)).compute().get(0)).call().named("itself"));
        assertComputesItself(thrown(TaskFailedException.class, one));
        result(fan(3)).isEqualTo(3);
    }

    private static void assertComputesItself(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        assertThat(root)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the task 'itself' is running 16 times inside itself: it computes what needs this task again."
                                + " Pass what it needs as an argument instead; for a loop use thenDelayed.");
    }

    //   itself ( itself ( 1 ) )      it ends by itself
    @Test
    void compute_ofItselfAFewTimes_givesTheResult() {
        needsThisJvm();
        AtomicInteger left = new AtomicInteger(10);
        AtomicReference<Delayed<Integer>> itself = new AtomicReference<>();
        itself.set(task(() -> left.decrementAndGet() == 0 ? 1 : itself.get().compute() + 1)
                .call());
        result(itself.get()).isEqualTo(10);
    }
}
