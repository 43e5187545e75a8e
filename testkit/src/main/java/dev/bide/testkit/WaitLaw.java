package dev.bide.testkit;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.graph.Fn0;
import dev.bide.schedule.Progress;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for a run: with and without a limit, from several threads, as a future, and never for oneself. */
abstract class WaitLaw extends Law {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(30);

    WaitLaw(SchedulerContract contract) {
        super(contract);
    }

    private static int fail() {
        throw new IllegalStateException("boom");
    }

    //   done --> waits --> last
    @Test
    void getWithTimeout_passes_throwsWithProgressAndTheRunGoesOn() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Delayed<Integer> last = task(() -> 1).call().then(gate::pass).then(x -> x + 1);
        Run<Integer> run = last.start(scheduler());
        gate.awaitArrival();
        if (!traits().inThisJvm()) {
            Eventually.holds("the worker has told of it", () -> run.progress().done() == 1);
        }
        TimeoutException late = assertThrows(TimeoutException.class, () -> run.get(SHORT));
        assertThat(late)
                .hasMessageContaining("total=3")
                .hasMessageContaining("done=1")
                .hasMessageContaining("running=1");
        assertThat(run.isDone()).isFalse();
        gate.open();
        assertThat(run.get(LONG)).isEqualTo(2);
        assertThat(run.isDone()).isTrue();
    }

    @Test
    void getWithTimeout_runEndsInTime_givesTheResult() throws Exception {
        assertThat(task(() -> 1).call().start(scheduler()).get(LONG)).isEqualTo(1);
    }

    @Test
    void getWithTimeout_zero_tellsWhetherTheRunHasEnded() throws Exception {
        Gate gate = new Gate();
        if (!traits().onCallersThread()) {
            Run<Integer> run = task(() -> gate.pass(1)).call().start(scheduler());
            assertThrows(TimeoutException.class, () -> run.get(Duration.ZERO));
            gate.open();
            run.get();
        }
        Run<Integer> ended = task(() -> 1).call().start(scheduler());
        ended.get();
        assertThat(ended.get(Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void get_byManyThreads_givesAllTheSameResult() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Run<List<Integer>> run = task(() -> gate.pass(oneTwoThree())).call().start(scheduler());
        List<Caller<List<Integer>>> callers =
                IntStream.range(0, 8).mapToObj(i -> Caller.of(run::get)).toList();
        gate.awaitArrival();
        gate.open();
        List<Integer> result = run.get();
        for (Caller<List<Integer>> caller : callers) {
            assertThat(caller.result()).isEqualTo(List.of(1, 2, 3));
            assertThat(traits().inThisJvm() ? caller.result() : result).isSameAs(result);
        }
    }

    private static List<Integer> oneTwoThree() {
        return List.of(1, 2, 3);
    }

    @Test
    void progress_whileRunning_countsTotalDoneAndRunning() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Run<Integer> run =
                task(() -> 1).call().then(gate::pass).then(x -> x + 1).start(scheduler());
        gate.awaitArrival();
        if (!traits().inThisJvm()) {
            Eventually.holds("the worker has told of it", () -> run.progress().done() == 1);
        }
        assertThat(run.progress()).isEqualTo(new Progress(3, 1, 1, 0, 0));
        assertThat(run.progress().waiting()).isEqualTo(1);
        gate.open();
        run.get();
        assertThat(run.progress()).isEqualTo(new Progress(3, 3, 0, 0, 0));
    }

    //   waits  waits  waits  ..      three for each that can be at work
    @Test
    void progress_allWorkersBusy_countsThoseAtWorkAndTellsThatTheyStarted() throws Exception {
        needsThreadsOfItsOwn();
        int most = traits().parallelism();
        Gate gate = new Gate(most);
        HeardSteps heard = new HeardSteps();
        Run<List<Integer>> run = task((Integer i) -> gate.pass(i))
                .named("waits")
                .each(IntStream.range(0, 3 * most).boxed().toList())
                .start(scheduler(), heard.of(RunOptions.defaults()));
        gate.awaitArrival();
        Eventually.holds(
                "all that are at work are counted", () -> run.progress().running() >= most);
        Eventually.holds("listeners know of those at work", () -> heard.count("STARTED") >= most);
        Progress busy = run.progress();
        assertThat(busy).isEqualTo(new Progress(1 + 3L * most, 0, busy.running(), 0, 0));
        if (!traits().inThisJvm()) {
            assertThat(busy.running()).isEqualTo(most); // virtual threads are at all at once
        }
        gate.open();
        run.get();
        assertThat(run.progress().running()).isZero();
    }

    @Test
    void progress_afterALargeRun_countsEveryTaskOnce() {
        Run<Integer> run = task((Integer i) -> i)
                .each(IntStream.range(0, 10_000).boxed().toList())
                .then(List::size)
                .start(bare());
        assertThat(run.get()).isEqualTo(10_000);
        assertThat(run.progress()).isEqualTo(new Progress(10_002, 10_002, 0, 0, 0));
    }

    @Test
    void progress_afterAFailure_countsIt() {
        Run<Integer> run = task(() -> 1).call().then(x -> fail()).then(x -> x).start(scheduler());
        assertThrows(TaskFailedException.class, run::get);
        assertThat(run.progress()).isEqualTo(new Progress(3, 1, 0, 1, 0));
    }

    @Test
    void toCompletableFuture_runEnds_completesWithTheResult() throws Exception {
        CompletableFuture<Integer> future =
                task(() -> 1).call().start(scheduler()).toCompletableFuture().thenApply(x -> x + 1);
        assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void toCompletableFuture_taskThrows_completesWithTheFailure() {
        CompletableFuture<Integer> future =
                task(WaitLaw::fail).call().start(scheduler()).toCompletableFuture();
        ExecutionException failed = assertThrows(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
        assertThat(failed).hasCauseInstanceOf(TaskFailedException.class).hasRootCauseMessage("boom");
    }

    @Test
    void toCompletableFuture_cancelled_doesNotCancelTheRun() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Run<Integer> run = task(() -> gate.pass(1)).call().start(scheduler());
        CompletableFuture<Integer> future = run.toCompletableFuture();
        assertThat(future.cancel(true)).isTrue();
        gate.open();
        assertThat(run.get()).isEqualTo(1);
        assertThat(run.toCompletableFuture().get(30, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void toCompletableFuture_runCancelled_completesSo() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Run<Integer> run = task(() -> gate.pass(1)).call().start(scheduler());
        CompletableFuture<Integer> future = run.toCompletableFuture();
        gate.awaitArrival();
        run.cancel();
        assertThat(plain(assertThrows(Exception.class, () -> future.get(30, TimeUnit.SECONDS))))
                .isInstanceOf(RunCancelledException.class);
    }

    /** Whether the future wraps it or not. */
    private static Throwable plain(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : cause;
    }

    //   waits for its own run --> never
    @Test
    void get_byATaskOfTheRun_isRefused() {
        needsThreadsOfItsOwn();
        needsThisJvm();
        Gate started = new Gate();
        AtomicReference<Run<Integer>> self = new AtomicReference<>();
        Delayed<Integer> waits = task(() -> {
                    started.pass(0);
                    return self.get().get();
                })
                .call();
        self.set(waits.then(x -> x).start(scheduler()));
        started.open();
        TaskFailedException failed =
                assertThrows(TaskFailedException.class, () -> self.get().get());
        assertThat(failed.getCause()).isInstanceOf(IllegalStateException.class).hasMessageContaining("itself");
    }

    //   outer ( inner: waits for outer )
    @Test
    @Timeout(10)
    void get_byATaskOfARunInsideTheRun_isRefused() {
        needsThreadsOfItsOwn();
        needsThisJvm();
        assertRefused(outer -> task(() -> outer.get().get()).call()::compute);
    }

    /** A task of a run computes what waits for that run. */
    private void assertRefused(Function<AtomicReference<Run<Integer>>, Fn0<Integer>> inside) {
        Gate started = new Gate();
        AtomicReference<Run<Integer>> outer = new AtomicReference<>();
        Fn0<Integer> inner = inside.apply(outer);
        Delayed<Integer> computes = task(() -> {
                    started.pass(0);
                    return inner.apply();
                })
                .call();
        outer.set(computes.start(scheduler(), RunOptions.defaults().grace(SHORT)));
        started.open();
        TaskFailedException failed =
                assertThrows(TaskFailedException.class, () -> outer.get().get());
        assertThat(failed).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void getWithTimeout_forever_waits() throws Exception {
        Duration forever = ChronoUnit.FOREVER.getDuration();
        assertThat(task(() -> 1).call().then(x -> x + 1).start(scheduler()).get(forever))
                .isEqualTo(2);
    }

    @Test
    void get_endedRunByAnInterruptedThread_givesTheResultAndKeepsTheFlag() throws Exception {
        Run<Integer> run = task(() -> 1).call().start(scheduler());
        run.get();
        Caller<Integer> caller = Caller.of(() -> {
            Thread.currentThread().interrupt();
            return run.get();
        });
        assertThat(caller.result()).isEqualTo(1);
        assertThat(caller.flagged()).isTrue();
    }

    //   outer outer .. outer      twenty tasks wait for one run that was started outside
    @Test
    void get_runStartedOutsideByManyTasks_givesEachTheResult() {
        needsThisJvm();
        Run<Integer> shared = task((Integer i) -> i)
                .each(IntStream.range(0, 100).boxed().toList())
                .then(List::size)
                .start(scheduler());
        result(task((Integer i) -> i + shared.get())
                        .each(IntStream.range(0, 20).boxed().toList())
                        .then(all -> all.get(19)))
                .isEqualTo(119);
    }

    //   outer ( get(20 ms) of what waits )
    @Test
    void getWithTimeout_inATask_throwsWhenTheTimeHasPassed() throws Exception {
        needsParallelism(2);
        needsThisJvm(); // the task has the run
        Gate gate = new Gate();
        Run<Integer> waits = task(() -> gate.pass(1)).call().start(scheduler());
        gate.awaitArrival();
        Delayed<Boolean> outer = task(() -> {
                    try {
                        return waits.get(SHORT) < 0;
                    } catch (TimeoutException expected) {
                        return true;
                    }
                })
                .call();
        result(outer).isEqualTo(true);
        gate.open();
        assertThat(waits.get()).isEqualTo(1);
    }

    //   outer ( a: waits for outer   b: waits for outer )      a and b on two threads, one of which is not outer's
    @Test
    @Timeout(10)
    void get_byTasksOfARunInsideTheRunOnTwoThreads_isRefused() {
        needsParallelism(2);
        needsThisJvm();
        CyclicBarrier together = new CyclicBarrier(2);
        assertRefused(outer -> {
            DelayedList<Integer> inner = task((Integer i) -> {
                        together.await();
                        return outer.get().get();
                    })
                    .each(List.of(1, 2));
            return () -> inner.compute().get(0);
        });
    }

    //   one ( waits for other )      other ( waits for one )
    @Test
    void get_runsThatWaitForEachOther_isRefusedAndBothEnd() {
        needsThisJvm();
        needsParallelism(2);
        CompletableFuture<Run<Integer>> one = new CompletableFuture<>();
        CompletableFuture<Run<Integer>> other = new CompletableFuture<>();
        one.complete(task(() -> other.get().get()).call().start(scheduler()));
        other.complete(task(() -> one.get().get()).call().start(scheduler()));
        for (Run<Integer> run : List.of(one.join(), other.join())) {
            TaskFailedException failed = assertThrows(TaskFailedException.class, run::get);
            assertThat(failed).hasMessageContaining("a task waits for the run that it is part of, and so for itself.");
        }
    }
}
