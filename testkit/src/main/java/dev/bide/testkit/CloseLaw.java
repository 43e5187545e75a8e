package dev.bide.testkit;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code close()} stops the runs under way and refuses new ones. */
abstract class CloseLaw extends Law {
    CloseLaw(SchedulerContract contract) {
        super(contract);
    }

    @BeforeEach
    void closes() {
        needsThreadsOfItsOwn();
    }

    //   waits --> never
    @Test
    void close_runUnderWay_cancelsIt() throws Exception {
        Gate gate = new Gate();
        Tally calls = new Tally();
        Run<Integer> run =
                task(() -> gate.pass(1)).call().then(x -> calls.of("never", x)).start(scheduler());
        gate.awaitArrival();
        scheduler().close();
        RunCancelledException cancelled = assertThrows(RunCancelledException.class, run::get);
        assertThat(cancelled).hasMessageContaining("closed");
        assertThat(calls.counts()).isEmpty();
    }

    @Test
    void start_afterClose_isRefusedAndRunsNothing() {
        Tally calls = new Tally();
        Delayed<Integer> call = task(() -> calls.of("never", 1)).call();
        scheduler().close();
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> call.start(bare()));
        assertThat(refused).hasMessageContaining("closed");
        assertThrows(IllegalStateException.class, () -> call.compute(bare()));
        assertThat(calls.counts()).isEmpty();
    }

    @Test
    void close_twice_doesNothingTheSecondTime() {
        result(task(() -> 1).call()).isEqualTo(1);
        scheduler().close();
        scheduler().close();
    }

    @Test
    void close_runHasEnded_itsResultStays() {
        Run<Integer> run = task(() -> 1).call().start(scheduler());
        run.get();
        scheduler().close();
        assertThat(run.get()).isEqualTo(1);
    }

    //   closes its own scheduler --> never
    @Test
    void close_byATaskOfTheScheduler_cancelsItsRun() {
        needsThisJvm();
        Tally calls = new Tally();
        var here = bare();
        Delayed<Integer> closes = task(() -> {
                    here.close();
                    return 1;
                })
                .call();
        Run<Integer> run = closes.then(x -> calls.of("never", x)).start(scheduler());
        assertThrows(RunCancelledException.class, run::get);
        assertThat(calls.counts()).isEmpty();
    }

    //   outer ( close, then compute )
    @Test
    void compute_inATaskAfterClose_isRefusedAndTheRunEnds() throws Exception {
        Gate gate = new Gate();
        Tally calls = new Tally();
        Delayed<Integer> inner = task(() -> calls.of("never", 1)).call();
        Delayed<Integer> outer = task(() -> gate.passDeaf(0) + inner.compute()).call();
        Run<Integer> run = outer.start(scheduler());
        gate.awaitArrival();
        scheduler().close();
        gate.open();
        assertThrows(RunCancelledException.class, run::get);
        assertThat(calls.counts()).isEmpty();
    }
}
