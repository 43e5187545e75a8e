package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.event.Event;
import dev.bide.event.RunListener;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
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
        Delayed<Integer> outer = task(() -> gate.passDeaf(0)
                        + task(() -> calls.of("never", 1)).call().compute())
                .call();
        Duration grace = traits().inThisJvm() ? Duration.ofSeconds(10) : Duration.ofMillis(100); // close() waits for it
        Run<Integer> run = outer.start(scheduler(), RunOptions.defaults().grace(grace));
        gate.awaitArrival();
        scheduler().close();
        gate.open();
        assertThrows(RunCancelledException.class, run::get);
        // elsewhere the worker computes on threads of its own, until it hears of the end
        assertThat(traits().inThisJvm() ? calls.total() : 0).isZero();
    }

    //   0  1  2 ...      a listener closes the scheduler when it hears of one of them
    @Test
    void close_byAListener_cancelsTheRunAndAllHearItsEnd() {
        for (boolean concurrent : new boolean[] {false, true}) {
            AtomicBoolean ended = new AtomicBoolean();
            RunListener closing = new RunListener() {
                @Override
                public boolean concurrent() {
                    return concurrent;
                }

                @Override
                public void on(Event event) {
                    bare().close();
                    ended.compareAndSet(false, event instanceof Event.RunEnded);
                }
            };
            Delayed<?> root = gather(List.of(task(() -> 1).call(), task(() -> 2).call()));
            RuntimeException refused = assertThrows(
                    RuntimeException.class,
                    () -> root.compute(bare(), RunOptions.defaults().listener(closing)));
            assertThat(refused).hasMessageContaining("closed");
            assertThat(ended.get()).isEqualTo(refused instanceof RunCancelledException);
        }
    }

    //   0  1  2 ..  9      started while another thread closes
    @Test
    void close_whileAnotherThreadStarts_refusesOrCancelsOrLetsItEnd() throws Exception {
        Delayed<List<Integer>> root = task((Integer x) -> x).each(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        CyclicBarrier together = new CyclicBarrier(2);
        Thread closing = new Thread(() -> {
            try {
                together.await();
                bare().close();
            } catch (Exception interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        closing.start();
        together.await();
        try {
            for (int i = 0; i < 1_000_000; i++) {
                assertThat(root.compute(bare())).hasSize(10);
            }
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("closed");
        }
        closing.join();
        assertThrows(IllegalStateException.class, () -> root.compute(bare()));
    }

    //   waits      asked for by a task of another scheduler, after its own was closed
    @Test
    void get_runOfAClosedSchedulerInATaskOfAnother_throwsWhatEndedIt() throws Exception {
        Gate gate = new Gate();
        Delayed<Integer> call = task(() -> gate.pass(1)).call();
        Run<Integer> run = call.start(scheduler());
        gate.awaitArrival();
        scheduler().close();
        Delayed<Integer> elsewhere = task(() -> run.get()).call();
        TaskFailedException failed =
                assertThrows(TaskFailedException.class, () -> elsewhere.compute(Schedulers.sync()));
        assertThat(failed).hasCauseInstanceOf(RunCancelledException.class);
        gate.open();
        assertThat(call.compute(Schedulers.sync())).isEqualTo(1);
    }
}
