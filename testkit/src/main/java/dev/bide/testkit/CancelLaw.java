package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Cancelling a run, or interrupting who waits for it, interrupts its tasks and starts no others. */
abstract class CancelLaw extends Law {
    CancelLaw(SchedulerContract contract) {
        super(contract);
    }

    //   waits --> never
    @Test
    void compute_waitingThreadInterrupted_cancelsAndRestoresTheFlag() throws Exception {
        Gate gate = new Gate();
        Tally ends = new Tally();
        Delayed<Integer> never = task(() -> gate.pass(ends)).call().then(x -> ends.of("never", x));
        Scheduler here = scheduler();
        Caller<Integer> caller = Caller.of(() -> never.compute(here));
        gate.awaitArrival();
        caller.interrupt();
        assertThat(caller.thrown()).isInstanceOf(RunCancelledException.class).hasMessageContaining("interrupted");
        assertThat(caller.flagged()).isTrue();
        assertThat(ends.counts()).isEqualTo(java.util.Map.of("interrupted", 1));
    }

    //   waits --> never
    @Test
    void compute_deadlinePasses_cancelsTheRunAndSaysSo() {
        Gate gate = new Gate();
        Tally ends = new Tally();
        Delayed<Integer> never = task(() -> gate.pass(ends)).call().then(x -> ends.of("never", x));
        RunCancelledException late =
                thrown(RunCancelledException.class, never, RunOptions.defaults().deadline(Duration.ofMillis(20)));
        assertThat(late).hasMessage("the run was not over after 20 ms, its deadline, and so it was cancelled");
        assertThat(ends.of("passed")).isZero();
        assertThat(ends.of("never")).isZero();
        result(task(() -> "usable afterwards").call()).isEqualTo("usable afterwards");
    }

    @Test
    void compute_overBeforeTheDeadline_givesItsResult() {
        assertThat(compute(task(() -> 7).call(), RunOptions.defaults().deadline(Duration.ofHours(1))))
                .isEqualTo(7);
    }

    @Test
    void compute_threadInterruptedBefore_cancelsAndRestoresTheFlag() throws Exception {
        Gate gate = new Gate();
        Tally ends = new Tally();
        Delayed<Integer> waiting = task(() -> gate.pass(ends)).call();
        Scheduler here = scheduler();
        Caller<Integer> caller = Caller.of(() -> {
            Thread.currentThread().interrupt();
            return waiting.compute(here);
        });
        assertThat(caller.thrown()).isInstanceOf(RunCancelledException.class);
        assertThat(caller.flagged()).isTrue();
        assertThat(ends.of("passed")).isZero();
    }

    //   outer ( waits )      the thread that waits for outer is interrupted
    @Test
    void compute_interruptedWhileATaskComputes_cancelsTheInnerRunToo() throws Exception {
        Gate gate = new Gate();
        Tally ends = new Tally();
        Delayed<Integer> outer =
                task(() -> task(() -> gate.pass(ends)).call().compute() + 1).call();
        Scheduler here = scheduler();
        Caller<Integer> caller = Caller.of(() -> outer.compute(here));
        gate.awaitArrival();
        caller.interrupt();
        assertThat(caller.thrown()).isInstanceOf(RunCancelledException.class);
        assertThat(caller.flagged()).isTrue();
        assertThat(ends.of("interrupted")).isEqualTo(1);
    }

    @Test
    void cancel_taskIsRunning_interruptsItAndGetThrows() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Tally ends = new Tally();
        Run<Integer> run = task(() -> gate.pass(ends))
                .call()
                .then(x -> ends.of("never", x))
                .start(scheduler());
        gate.awaitArrival();
        assertThat(run.cancel()).isTrue();
        RunCancelledException cancelled = assertThrows(RunCancelledException.class, run::get);
        assertThat(cancelled).hasMessageContaining("cancelled");
        assertThat(run.isDone()).isTrue();
        assertThat(ends.counts()).isEqualTo(java.util.Map.of("interrupted", 1));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    //   w w .. w      as many wait as can, the others, if there are any left, are queued
    @Test
    void cancel_tasksAreQueued_neverStartsThem() throws Exception {
        needsThreadsOfItsOwn();
        int atOnce = traits().parallelism();
        Gate gate = new Gate(atOnce);
        Tally ends = new Tally();
        DelayedList<Integer> many = task((Integer i) -> gate.pass(ends))
                .each(IntStream.range(0, 200).boxed().toList());
        Run<List<Integer>> run = many.start(bare());
        gate.awaitArrival();
        assertThat(run.cancel()).isTrue();
        assertThrows(RunCancelledException.class, run::get);
        assertThat(ends.of("passed")).isZero();
        int interrupted = ends.of("interrupted");
        result(task(() -> 1).call()).isEqualTo(1);
        assertThat(ends.of("interrupted")).isEqualTo(interrupted);
    }

    @Test
    void cancel_runHasEnded_doesNothing() {
        Run<Integer> run = task(() -> 1).call().start(scheduler());
        assertThat(run.get()).isEqualTo(1);
        assertThat(run.cancel()).isFalse();
        assertThat(run.get()).isEqualTo(1);
    }

    @Test
    void cancel_twice_isDoneByTheFirst() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Run<Integer> run = task(() -> gate.pass(1)).call().start(scheduler());
        gate.awaitArrival();
        assertThat(run.cancel()).isTrue();
        assertThat(run.cancel()).isFalse();
        assertThrows(RunCancelledException.class, run::get);
    }

    //   cancels its own run --> never
    @Test
    void cancel_byATaskOfTheRun_cancelsIt() {
        needsThreadsOfItsOwn();
        needsThisJvm();
        Gate started = new Gate();
        AtomicReference<Run<Integer>> self = new AtomicReference<>();
        Tally calls = new Tally();
        Delayed<Integer> cancels = task(() -> {
                    started.pass(0);
                    return self.get().cancel() ? 1 : 0;
                })
                .call();
        self.set(cancels.then(x -> calls.of("never", x)).start(scheduler()));
        started.open();
        assertThrows(RunCancelledException.class, () -> self.get().get());
        assertThat(calls.counts()).isEmpty();
    }

    @RepeatedTest(20)
    void cancel_atAnyMoment_eitherCancelsOrComesTooLate() {
        needsThreadsOfItsOwn();
        DelayedList<Integer> many =
                task((Integer i) -> i).each(IntStream.range(0, 300).boxed().toList());
        Run<List<Integer>> run = many.start(scheduler());
        if (run.cancel()) {
            assertThrows(RunCancelledException.class, run::get);
        } else {
            assertThat(run.get()).hasSize(300);
        }
    }

    //   f f f .. f      the next run's tasks look at their thread's flag
    @RepeatedTest(10)
    void compute_afterACancelledRun_noTaskFindsItsThreadInterrupted() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Run<Integer> run = task(() -> gate.passDeaf(1)).call().start(scheduler());
        gate.awaitArrival();
        run.cancel();
        gate.open();
        assertThrows(RunCancelledException.class, run::get);
        result(flags()).isEqualTo(java.util.Collections.nCopies(40, false));
    }

    @Test
    void compute_taskLeavesItsThreadInterrupted_noOtherTaskFindsItSo() {
        needsThreadsOfItsOwn();
        DelayedList<Boolean> rude = task((Integer i) -> {
                    Thread.currentThread().interrupt();
                    return true;
                })
                .each(IntStream.range(0, 8).boxed().toList());
        result(rude.then(List::size)).isEqualTo(8);
        result(flags()).isEqualTo(java.util.Collections.nCopies(40, false));
    }

    private static DelayedList<Boolean> flags() {
        return task((Integer i) -> Thread.currentThread().isInterrupted())
                .each(IntStream.range(0, 40).boxed().toList());
    }

    //   quick   waits      one run is cancelled, the other is not disturbed
    @Test
    void cancel_oneOfTwoRuns_leavesTheOtherAlone() throws Exception {
        needsParallelism(2);
        Gate gate = new Gate();
        Gate other = new Gate();
        Tally ends = new Tally();
        Run<Integer> stays = task(() -> other.pass(ends)).call().start(scheduler());
        Run<Integer> goes = task(() -> gate.pass(ends)).call().start(scheduler());
        gate.awaitArrival();
        other.awaitArrival();
        assertThat(goes.cancel()).isTrue();
        assertThrows(RunCancelledException.class, goes::get);
        other.open();
        assertThat(stays.get()).isEqualTo(1);
        assertThat(ends.counts()).isEqualTo(java.util.Map.of("interrupted", 1, "passed", 1));
    }

    //   fails when interrupted
    @Test
    void cancel_taskThrowsSomethingElseWhenInterrupted_thatIsSuppressed() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Delayed<Integer> task = task(() -> {
                    try {
                        return gate.pass(1);
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException("left things undone", interrupted);
                    }
                })
                .call();
        Run<List<Integer>> run = gather(List.of(task)).start(scheduler());
        gate.awaitArrival();
        run.cancel();
        RunCancelledException cancelled = assertThrows(RunCancelledException.class, run::get);
        assertThat(cancelled.getSuppressed()).hasSize(1);
        assertThat(cancelled.getSuppressed()[0].getCause()).hasMessage("left things undone");
    }
}
