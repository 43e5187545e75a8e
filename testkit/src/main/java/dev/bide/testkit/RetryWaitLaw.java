package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.graph.Retry;
import dev.bide.schedule.Progress;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A task that waits for its next attempt holds no thread, and whatever ends its run ends the wait. */
abstract class RetryWaitLaw extends Law {
    private static final Retry HOURS = Retry.times(3).backoff(Duration.ofHours(1));

    RetryWaitLaw(SchedulerContract contract) {
        super(contract);
    }

    /** Comes to a gate that is open, and throws. */
    private static int fail(Gate seen) throws Exception {
        seen.pass(true);
        throw new IOException("not yet");
    }

    private static Gate open(int tasks) {
        Gate gate = new Gate(tasks);
        gate.open();
        return gate;
    }

    private static DelayedList<Integer> waiting(int tasks, Gate seen) {
        return task((Integer i) -> fail(seen))
                .retry(HOURS)
                .each(IntStream.range(0, tasks).boxed().toList());
    }

    //   w w .. w      as many as there are threads wait for hours; another run goes on
    @Test
    void backoff_manyWait_otherTasksRunMeanwhile() throws Exception {
        needsThreadsOfItsOwn();
        int many = 3 * traits().parallelism();
        Gate seen = open(many);
        Run<List<Integer>> run = waiting(many, seen).start(scheduler());
        seen.awaitArrival();
        result(task(() -> 1).call().then(x -> x + 1)).isEqualTo(2);
        Eventually.holds("nothing runs", () -> run.progress().running() == 0);
        assertThat(run.progress()).isEqualTo(new Progress(many + 1, 0, 0, 0, 0));
        assertThat(run.isDone()).isFalse();
        assertThat(run.cancel()).isTrue();
        assertThrows(RunCancelledException.class, run::get);
    }

    //   w    a --> b      in one run, on however few threads
    @Test
    void backoff_oneWaits_theOthersOfItsRunGoOn() throws Exception {
        needsThreadsOfItsOwn();
        Gate seen = open(1);
        Gate last = open(1);
        Delayed<Integer> chain = task(() -> 1).call().then(x -> x + 1).then(last::pass);
        Run<List<Integer>> run = gather(List.of(waiting(1, seen).get(0), chain)).start(scheduler());
        seen.awaitArrival();
        last.awaitArrival();
        run.cancel();
        assertThrows(RunCancelledException.class, run::get);
    }

    @Test
    void backoff_runReachesItsDeadline_isCancelledWithoutAnotherAttempt() {
        Flaky flaky = Flaky.always();
        RunCancelledException late = thrown(
                RunCancelledException.class,
                task(flaky::call).retry(HOURS).call(),
                RunOptions.defaults().deadline(brief()));
        assertThat(late).hasMessageContaining("deadline");
        assertThat(flaky.calls()).isEqualTo(1);
    }

    @Test
    void backoff_waitingThreadInterrupted_cancelsAndRestoresTheFlag() throws Exception {
        Gate seen = open(1);
        Scheduler here = scheduler();
        Delayed<Integer> waits = waiting(1, seen).get(0);
        Caller<Integer> caller = Caller.of(() -> waits.compute(here));
        seen.awaitArrival();
        caller.interrupt();
        assertThat(caller.thrown()).isInstanceOf(RunCancelledException.class).hasMessageContaining("interrupted");
        assertThat(caller.flagged()).isTrue();
    }

    //   w   fails, once w waits
    @Test
    void backoff_anotherTaskFails_endsTheRunAtOnce() {
        needsParallelism(2);
        Gate seen = open(1);
        Delayed<Integer> fails = task(() -> {
                    seen.awaitArrival();
                    throw new IllegalStateException("over");
                })
                .call()
                .then(x -> 1);
        TaskFailedException failed = thrown(
                TaskFailedException.class, gather(List.of(waiting(1, seen).get(0), fails)));
        assertThat(failed).hasRootCauseMessage("over");
    }

    @Test
    void close_taskWaits_cancelsItsRun() throws Exception {
        needsThreadsOfItsOwn();
        Gate seen = open(1);
        Run<List<Integer>> run = waiting(1, seen).start(scheduler());
        seen.awaitArrival();
        scheduler().close();
        assertThrows(RunCancelledException.class, run::get);
    }

    //   outer ( w )      outer's thread waits for the inner run, whose task comes back
    @Test
    void backoff_insideATask_goesOnThere() {
        Flaky flaky = Flaky.until(3);
        result(task(() -> task(flaky::call).retry(soon()).call().compute() + 1).call())
                .isEqualTo(4);
    }

    private static Retry soon() {
        return Retry.times(2).backoff(Duration.ofMillis(2));
    }

    //   f f f .. f --> size      many come back at the same time
    @RepeatedTest(5)
    void backoff_manyComeBackTogether_noneIsLost() {
        Retry soon = Retry.times(2).backoff(Duration.ofMillis(1)).jitter(1);
        DelayedList<Integer> many = task((Flaky flaky) -> flaky.call())
                .retry(soon)
                .each(IntStream.range(0, 300).mapToObj(i -> Flaky.until(3)).toList());
        result(many.then(List::size)).isEqualTo(300);
        assertThat(many.then(List::size).compute(bare())).isEqualTo(300);
    }

    //   f f f .. f      cancelled at any moment while tasks come back
    @RepeatedTest(20)
    void cancel_whileTasksComeBack_noneIsBegunAnew() {
        needsThreadsOfItsOwn();
        Retry soon = Retry.times(1_000_000).backoff(Duration.ofNanos(20_000)).jitter(1);
        HeardSteps heard = new HeardSteps();
        DelayedList<Integer> many = task((Integer i) -> Flaky.always().call())
                .retry(soon)
                .each(IntStream.range(0, 20).boxed().toList());
        Run<List<Integer>> run = many.start(scheduler(), heard.of(RunOptions.defaults()));
        Eventually.holds("many attempts", () -> run.isDone() || heard.count("RETRIED") > 100);
        assertThat(run.cancel()).isTrue();
        assertThrows(RunCancelledException.class, run::get);
        int heardAtEnd = heard.count("STARTED");
        result(task(() -> 1).call()).isEqualTo(1);
        assertThat(heard.count("STARTED")).isEqualTo(heardAtEnd);
    }
}
