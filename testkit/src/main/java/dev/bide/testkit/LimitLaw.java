package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.graph.Handling;
import dev.bide.graph.Limit;
import dev.bide.graph.Retry;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Of the tasks that share a limit no more than it says are at work; the others wait without a thread, and all places come back. */
abstract class LimitLaw extends Law {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Limit two = Limit.of("two", 2);
    private final Limit one = Limit.of("one", 1);
    private final Crowd crowd = new Crowd();
    private final Gate gate = new Gate();

    LimitLaw(SchedulerContract contract) {
        super(contract);
    }

    @AfterEach
    void everyPlaceIsBack() {
        gate.open();
        for (Limit limit : List.of(one, two)) {
            Eventually.holds("all places of " + limit + " are back", () -> limit.taken() == 0);
            assertThat(limit.waiting()).isZero();
        }
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private DelayedList<Integer> visits(int tasks) {
        Crowd here = crowd;
        return task((Integer i) -> here.visit(i)).limit(two).each(upTo(tasks));
    }

    //   v v v .. v --> size
    @RepeatedTest(3)
    void limit_manyTasks_letsNoMoreThanItSaysIn() {
        result(visits(60).then(List::size)).isEqualTo(60);
        assertThat(visits(60).compute(bare())).isEqualTo(upTo(60));
        assertThat(crowd.all()).isEqualTo(120);
        assertThat(crowd.most()).isLessThanOrEqualTo(2);
    }

    //   v v v .. v      on two schedulers, in three runs
    @RepeatedTest(3)
    void limit_acrossRunsAndSchedulers_isOne() throws Exception {
        try (Scheduler other = Schedulers.threads(3)) {
            Run<List<Integer>> elsewhere = visits(40).start(other);
            Scheduler here = scheduler();
            Caller<List<Integer>> caller = Caller.of(() -> visits(40).compute(here));
            result(visits(40)).isEqualTo(upTo(40));
            assertThat(caller.result()).hasSize(40);
            assertThat(elsewhere.get()).hasSize(40);
        }
        assertThat(crowd.all()).isEqualTo(120);
        assertThat(crowd.most()).isLessThanOrEqualTo(2);
    }

    @Test
    void limit_ofTwo_letsTwoInAtTheSameTime() throws Exception {
        needsParallelism(2);
        Gate both = new Gate(2);
        Run<List<Integer>> run =
                task((Integer i) -> both.pass(i)).limit(two).each(upTo(3)).start(scheduler());
        both.awaitArrival();
        Eventually.holds("the third waits", () -> two.waiting() == 1 || traits().parallelism() == 2);
        assertThat(two.taken()).isEqualTo(2);
        both.open();
        assertThat(run.get()).hasSize(3);
    }

    /** A run whose task has asked for a place and waits, because the test has the only one. */
    private Run<String> waiting(Notes order, int number) {
        Run<String> run = task((Integer i) -> order.add("run " + i))
                .limit(one)
                .call(number)
                .start(scheduler());
        Eventually.holds("it waits", () -> one.waiting() == number + 1);
        return run;
    }

    //   0   1   2   3   4      five runs that wait for the one place
    @Test
    void limit_placesComeBack_firstComeFirstServed() {
        needsThreadsOfItsOwn();
        assertThat(one.enter(() -> {})).isTrue();
        Notes order = new Notes();
        List<Run<String>> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(waiting(order, i));
        }
        one.leave();
        runs.forEach(Run::get);
        assertThat(order.all()).containsExactly("run 0", "run 1", "run 2", "run 3", "run 4");
    }

    //   w w .. w      more than there are threads wait for a place; another run goes on
    @Test
    void limit_allPlacesTaken_waitingHoldsNoThread() {
        needsThreadsOfItsOwn();
        assertThat(one.enter(() -> {})).isTrue();
        int many = 3 * traits().parallelism();
        Run<List<Integer>> run =
                task((Integer i) -> i).limit(one).each(upTo(many)).start(scheduler());
        Eventually.holds("all wait", () -> one.waiting() == many);
        result(task(() -> 1).call().then(x -> x + 1)).isEqualTo(2);
        assertThat(run.isDone()).isFalse();
        one.leave();
        assertThat(run.get()).isEqualTo(upTo(many));
    }

    //   fails fails .. fails
    @Test
    void limit_tasksFail_givesTheirPlacesBack() {
        DelayedList<Integer> bad = task((Integer i) -> fail()).limit(two).each(upTo(20));
        thrown(TaskFailedException.class, bad);
        Eventually.holds("the places are back", () -> two.taken() == 0);
        thrown(TaskFailedException.class, bad, RunOptions.defaults().keepGoing());
        assertThat(two.taken()).isZero();
    }

    @Test
    void limit_taskThrowsAnErrorOrItsFallbackThrows_givesThePlaceBack() {
        thrown(TaskFailedException.class, task(() -> deep(0)).limit(two).call());
        thrown(TaskFailedException.class, task(() -> fail()).limit(two).call().fallbackTo(x -> fail()));
        thrown(
                TaskFailedException.class,
                task(() -> fail())
                        .limit(two)
                        .retry(Retry.times(1).retryIf(x -> deep(0) > 0))
                        .call());
        result(task(() -> fail()).limit(two).call().fallback(1)).isEqualTo(1);
        assertThat(two.taken()).isZero();
    }

    private static int fail() {
        throw new IllegalStateException("fails");
    }

    @SuppressWarnings("InfiniteRecursion") // that is what is wrong with it
    private static int deep(int depth) {
        return 1 + deep(depth + 1);
    }

    //   flaky holds the one place      other gets it while flaky waits for its next attempt
    @Test
    void limit_taskWaitsForItsNextAttempt_givesThePlaceBackMeanwhile() throws Exception {
        needsThreadsOfItsOwn();
        Flaky flaky = Flaky.always();
        Run<Integer> run = task(flaky::call)
                .limit(one)
                .retry(Retry.times(1).backoff(Duration.ofHours(1)))
                .call()
                .start(scheduler());
        Eventually.holds("it has failed once", () -> flaky.calls() == 1 && one.taken() == 0);
        result(task(() -> 1).limit(one).call()).isEqualTo(1);
        run.cancel();
        assertThrows(RunCancelledException.class, run::get);
    }

    //   f f f .. f      places, waits and attempts in each
    @RepeatedTest(3)
    void limit_withRetries_letsNoMoreThanItSaysIn() {
        Crowd here = crowd;
        DelayedList<Integer> many = task((Flaky flaky) -> {
                    here.visit(true);
                    return flaky.call();
                })
                .limit(two)
                .retry(Retry.times(2).backoff(Duration.ofNanos(300_000)).jitter(1))
                .each(IntStream.range(0, 40).mapToObj(i -> Flaky.until(3)).toList());
        result(many.then(List::size)).isEqualTo(40);
        assertThat(crowd.all()).isEqualTo(120);
        assertThat(crowd.most()).isLessThanOrEqualTo(2);
    }

    @Test
    void limit_attemptIsTooSlow_givesThePlaceBack() {
        Gate here = gate;
        Delayed<Integer> slow =
                task(() -> here.pass(1)).limit(one).timeout(SHORT).call();
        thrown(TaskFailedException.class, slow);
        result(slow.fallback(3)).isEqualTo(3);
    }

    //   deaf: given up, and its fallback is there      the place is taken for as long as it is at work
    @Test
    void limit_attemptIsGivenUp_keepsItsPlaceUntilItReturns() {
        needsThisJvm(); // elsewhere its worker is ended, and the attempt with it
        needsParallelism(2);
        Gate here = gate;
        Delayed<Integer> deaf = task(() -> here.passDeaf(1))
                .limit(one)
                .timeout(SHORT)
                .fallback(3)
                .call();
        RunOptions impatient = RunOptions.defaults().grace(SHORT);
        result(deaf, impatient).isEqualTo(3);
        assertThat(one.taken()).isEqualTo(1);
        gate.open();
        Eventually.holds("it has left", () -> one.taken() == 0);
        result(task(() -> 1).limit(one).call()).isEqualTo(1);
    }

    //   w w .. w      some inside, the others waiting
    @RepeatedTest(5)
    void cancel_tasksHaveAndWaitForPlaces_givesAllBack() throws Exception {
        needsThreadsOfItsOwn();
        Gate here = gate;
        Run<List<Integer>> run =
                task((Integer i) -> here.pass(i)).limit(one).each(upTo(30)).start(scheduler());
        gate.awaitArrival();
        assertThat(run.cancel()).isTrue();
        assertThrows(RunCancelledException.class, run::get);
        Eventually.holds("the place is back", () -> one.taken() == 0);
        assertThat(one.waiting()).isZero();
    }

    //   v v .. v      cancelled at any moment, while places are handed on
    @RepeatedTest(30)
    void cancel_whilePlacesAreHandedOn_losesNone() {
        needsThreadsOfItsOwn();
        Run<List<Integer>> run = visits(200).start(bare());
        Run<List<Integer>> other = visits(20).start(bare());
        Eventually.holds("some have been inside", () -> crowd.all() > 15);
        boolean cancelled = run.cancel();
        assertThat(other.get()).hasSize(20);
        if (cancelled) {
            assertThrows(RunCancelledException.class, run::get);
        }
        assertThat(crowd.most()).isLessThanOrEqualTo(2);
    }

    @Test
    void deadline_taskWaitsForAPlace_cancelsTheRun() {
        assertThat(one.enter(() -> {})).isTrue();
        RunCancelledException late = thrown(
                RunCancelledException.class,
                task(() -> 1).limit(one).call(),
                RunOptions.defaults().deadline(SHORT));
        assertThat(late).hasMessageContaining("deadline");
        assertThat(one.waiting()).isZero();
        one.leave();
    }

    @Test
    void compute_interruptedWhileATaskWaitsForAPlace_cancelsAndRestoresTheFlag() throws Exception {
        assertThat(one.enter(() -> {})).isTrue();
        Scheduler here = scheduler();
        Delayed<Integer> waits = task(() -> 1).limit(one).call();
        Caller<Integer> caller = Caller.of(() -> waits.compute(here));
        Eventually.holds("it waits", () -> one.waiting() == 1);
        caller.interrupt();
        assertThat(caller.thrown()).isInstanceOf(RunCancelledException.class).hasMessageContaining("interrupted");
        assertThat(caller.flagged()).isTrue();
        assertThat(one.waiting()).isZero();
        one.leave();
    }

    @Test
    void close_tasksWaitForAPlace_withdrawsThem() {
        needsThreadsOfItsOwn();
        assertThat(one.enter(() -> {})).isTrue();
        Run<List<Integer>> run = task((Integer i) -> i).limit(one).each(upTo(3)).start(scheduler());
        Eventually.holds("one waits", () -> one.waiting() > 0);
        scheduler().close();
        assertThrows(RunCancelledException.class, run::get);
        assertThat(one.waiting()).isZero();
        one.leave();
    }

    //   a (limit one)   b (limit two by its call)   c (limit two by the run)
    @Test
    void limit_byCallTaskAndRun_theNearestHolds() {
        Errand places = new Errand(() -> 10 * one.taken() + two.taken());
        Delayed<List<Integer>> taken = gather(List.of(
                task(() -> places.run()).limit(one).call(),
                task(() -> places.run()).limit(one).call().limit(two),
                task(() -> places.run()).call()));
        RunOptions limited = RunOptions.defaults().handling(Handling.NONE.limit(two));
        assertThat(taken.compute(Schedulers.sync(), limited)).containsExactly(10, 1, 1);
        assertThat(compute(taken, limited)).hasSize(3);
    }
}
