package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.schedule.Progress;
import dev.bide.schedule.Run;
import dev.bide.schedule.TaskFailedException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code thenDelayed}: the graph grows as it runs, without end, without stack, and without waiting for itself. */
abstract class GrowthLaw extends Law {
    GrowthLaw(SchedulerContract contract) {
        super(contract);
    }

    private static Delayed<Long> fibonacci(int n) {
        return value(n).thenDelayed(
                        k -> k < 2 ? value((long) k) : fibonacci(k - 1).zip(fibonacci(k - 2), Long::sum));
    }

    private static Delayed<Integer> countdown(int n) {
        return value(n).thenDelayed(k -> k == 0 ? value(0) : countdown(k - 1));
    }

    private static Delayed<Integer> countup(int n) {
        return value(n).thenDelayed(k -> k == 0 ? value(0) : countup(k - 1).then(x -> x + 1));
    }

    @Test
    void thenDelayed_answersWithAValue_goesOnWithIt() {
        result(task(() -> 2).call().thenDelayed(x -> value(x * 10)).then(x -> x + 1))
                .isEqualTo(21);
    }

    @Test
    void thenDelayed_answersWithNullAsAValue_goesOnWithNull() {
        result(task(() -> 2)
                        .call()
                        .thenDelayed(x -> Bide.<@Nullable Integer>value(null))
                        .then(x -> x == null))
                .isEqualTo(true);
    }

    //   2 --> (grows to) bad(2)
    @Test
    void thenDelayed_goesOnWithATaskThatFails_namesItsLines() {
        Delayed<Integer> grown = task(() -> 2)
                .call()
                .thenDelayed(x -> task((Integer y) -> bad(y)).named("bad").call(x));

        String told = thrown(TaskFailedException.class, grown).getMessage();
        assertThat(told).doesNotContain("dev.bide.remote");
        if (traits().inThisJvm()) { // elsewhere the testkit may look like a part of Bide, of which no lines are told
            assertThat(told)
                    .contains("called at  " + GrowthLaw.class.getName() + ".")
                    .contains("task from  " + GrowthLaw.class.getName() + ".");
        }
    }

    private static int bad(int y) {
        throw new IllegalStateException("bad " + y);
    }

    //   fib(25) --> (grows to) fib(24) + fib(23) --> ...
    @Test
    void thenDelayed_fibonacciByRecursion_givesTheResult() {
        boolean here = traits().inThisJvm();
        assertThat(fibonacci(here ? 25 : 15).compute(bare())).isEqualTo(here ? 75_025L : 610L);
    }

    @Test
    void thenDelayed_smallFibonacci_keepsTheInvariants() {
        result(fibonacci(12)).isEqualTo(144L);
    }

    //   step --> (grows to) step --> (grows to) step --> ...      a hundred thousand
    @Test
    void thenDelayed_loopOfManySteps_needsNoStack() {
        assertThat(countdown(traits().inThisJvm() ? 100_000 : 20_000).compute(bare()))
                .isZero();
    }

    @Test
    void thenDelayed_shortLoop_keepsTheInvariants() {
        result(countdown(100).then(x -> x + 1)).isEqualTo(1);
    }

    //   step --> (grows to) (step --> ...) + 1
    @Test
    void thenDelayed_loopThatGoesOnAfterEachStep_needsNoStack() {
        assertThat(countup(20_000).compute(bare())).isEqualTo(20_000);
        result(countup(50)).isEqualTo(50);
    }

    //   g g .. g      two hundred, each grows to a fan
    @Test
    void thenDelayed_manyAtOnce_givesEveryResult() {
        DelayedList<Integer> many =
                task((Integer i) -> i).each(IntStream.range(0, 200).boxed().toList());
        List<Delayed<Integer>> grown = IntStream.range(0, 200)
                .mapToObj(i -> many.get(i).thenDelayed(GrowthLaw::fan))
                .toList();
        result(gather(grown)
                        .then(all -> all.stream().mapToInt(Integer::intValue).sum()))
                .isEqualTo(200 * 10 + 5 * 19_900);
    }

    private static Delayed<Integer> fan(int x) {
        return task((Integer i) -> i + x)
                .each(IntStream.range(0, 5).boxed().toList())
                .then(all -> all.stream().mapToInt(Integer::intValue).sum());
    }

    //   grown (asked for)   grown --> user
    @Test
    void thenDelayed_isARootToo_givesItsResult() {
        Delayed<Integer> grown =
                task(() -> 1).call().thenDelayed(x -> task(() -> x + 1).call());
        result(gather(List.of(grown, grown.then(x -> x * 10), grown))).isEqualTo(List.of(2, 20, 2));
    }

    //   grown in an argument's list, and an `after`
    @Test
    void thenDelayed_hiddenInAnArgument_isResolved() {
        Delayed<Integer> grown =
                task(() -> 1).call().thenDelayed(x -> task(() -> x + 1).call());
        result(on(List.of(grown, 5)).call(list -> list.get(0)).after(grown)).isEqualTo(2);
    }

    @Test
    void thenDelayed_answersWithAList_givesTheList() {
        result(task(() -> 3)
                        .call()
                        .thenDelayed(n -> task((Integer i) -> i * i)
                                .each(IntStream.range(0, n).boxed().toList())))
                .isEqualTo(List.of(0, 1, 4));
    }

    @Test
    void progress_afterGrowth_countsWhatWasAdded() {
        Delayed<Integer> grown = task(() -> 1)
                .call()
                .thenDelayed(x -> task(() -> x).call().then(y -> y))
                .then(x -> x);
        Run<Integer> run = grown.start(scheduler());
        run.get();
        assertThat(run.progress()).isEqualTo(new Progress(5, 5, 0, 0, 0));
    }

    @Test
    void thenDelayed_answersWithNothing_failsAndSaysWhatToAnswer() {
        TaskFailedException failed = thrown(
                TaskFailedException.class,
                task(() -> 1)
                        .call()
                        .<Integer>thenDelayed(GrowthLaw::nothing)
                        .named("grown")
                        .then(x -> x));
        assertThat(failed.key().name()).isEqualTo("grown");
        assertThat(failed).hasMessageContaining("null").hasMessageContaining("value(null)");
    }

    @SuppressWarnings("NullAway") // the mistake that the test is about
    private static Delayed<Integer> nothing(Integer x) {
        return null;
    }

    @Test
    void thenDelayed_functionThrows_failsTheTask() {
        TaskFailedException failed =
                thrown(TaskFailedException.class, task(() -> 0).call().thenDelayed(x -> value(1 / x)));
        assertThat(failed).hasRootCauseInstanceOf(ArithmeticException.class);
    }

    //   one --> grown --> (grows to) bad
    @Test
    void thenDelayed_answerFails_theRunFailsBecauseOfIt() {
        Delayed<Integer> bad =
                task(() -> 1 / Integer.parseInt("0")).named("bad").call();
        TaskFailedException failed = thrown(
                TaskFailedException.class,
                task(() -> 1).call().thenDelayed(x -> bad.then(y -> y)).then(x -> x));
        assertThat(failed.key().name()).isEqualTo("bad");
    }

    //   grown --> (grows to) grown + 1
    @Test
    @Timeout(10)
    void thenDelayed_answerNeedsItsOwnResult_failsAndSaysSo() {
        AtomicReference<Delayed<Integer>> self = new AtomicReference<>();
        Delayed<Integer> grown =
                task(() -> 1).call().thenDelayed(x -> self.get().then(y -> y + 1));
        self.set(grown);
        TaskFailedException failed = thrown(TaskFailedException.class, grown.then(x -> x));
        assertThat(failed.getCause()).hasMessageContaining("own result");
    }

    //   grown --> last      grown grows to last
    @Test
    @Timeout(10)
    void thenDelayed_answerNeedsADependent_failsAndSaysSo() {
        AtomicReference<Delayed<Integer>> later = new AtomicReference<>();
        Delayed<Integer> grown = task(() -> 1).call().thenDelayed(x -> later.get());
        later.set(grown.then(x -> x + 1));
        TaskFailedException failed =
                thrown(TaskFailedException.class, later.get().then(x -> x));
        assertThat(failed.getCause()).hasMessageContaining("own result");
    }

    //   left --> (grows to) right      right --> (grows to) left
    @Test
    @Timeout(10)
    void thenDelayed_twoAnswersNeedEachOther_failsAndSaysSo() {
        AtomicReference<Delayed<Integer>> other = new AtomicReference<>();
        Delayed<Integer> left =
                task(() -> 1).call().thenDelayed(x -> other.get().then(y -> y));
        Delayed<Integer> right = task(() -> 2).call().thenDelayed(x -> left.then(y -> y));
        other.set(right);
        TaskFailedException failed = thrown(TaskFailedException.class, left.zip(right, Integer::sum));
        assertThat(failed.getCause()).hasMessageContaining("own result");
    }

    //   left --> (grows to) right      right --> (grows to) left      both answer at the same moment
    @Test
    @Timeout(10)
    void thenDelayed_twoAnswersAtTheSameMomentNeedEachOther_failsAndSaysSo() {
        needsParallelism(2);
        for (int i = 0; i < 200; i++) {
            Gate together = new Gate(2);
            AtomicReference<Delayed<Integer>> other = new AtomicReference<>();
            Delayed<Integer> left = task(() -> 1).call().thenDelayed(x -> at(together, other.get()));
            Delayed<Integer> right = task(() -> 2).call().thenDelayed(x -> at(together, left));
            other.set(right);
            TaskFailedException failed = assertThrows(
                    TaskFailedException.class,
                    () -> left.zip(right, Integer::sum).compute(bare()));
            assertThat(failed.getCause()).hasMessageContaining("own result");
        }
    }

    private static Delayed<Integer> at(Gate together, Delayed<Integer> needed) throws Exception {
        return together.meet(needed).then(x -> x);
    }
}
