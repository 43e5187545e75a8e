package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A task that ignores its interrupt is named after the grace time, and the run ends without it. */
abstract class GraceLaw extends Law {
    private static final RunOptions SHORT = RunOptions.defaults().grace(Duration.ofMillis(20));

    private final Gate gate = new Gate();

    GraceLaw(SchedulerContract contract) {
        super(contract);
    }

    @AfterEach
    void letGo() {
        gate.open();
    }

    private static Delayed<Integer> deaf(Gate gate) {
        return task(() -> gate.passDeaf(1)).named("deaf").call();
    }

    private static int failAfter(Gate gate) throws InterruptedException {
        gate.awaitArrival();
        throw new IllegalStateException("first");
    }

    @Test
    void cancel_taskIgnoresItsInterrupt_isNamedAfterTheGraceTime() throws Exception {
        needsThreadsOfItsOwn();
        Run<Integer> run = deaf(gate).start(scheduler(), SHORT);
        gate.awaitArrival();
        run.cancel();
        RunCancelledException cancelled = assertThrows(RunCancelledException.class, run::get);
        assertThat(cancelled).hasMessageContaining("still running").hasMessageContaining("deaf");
        assertThat(run.isDone()).isTrue();
    }

    //   fails   deaf
    //      \    /
    //       list
    @Test
    void compute_taskThrowsAndAnotherIgnoresItsInterrupt_theFailureNamesIt() {
        needsParallelism(2);
        Gate here = gate;
        Delayed<Integer> fails = task(() -> failAfter(here)).call();
        TaskFailedException failed = thrown(TaskFailedException.class, gather(List.of(fails, deaf(gate))), SHORT);
        assertThat(failed).hasRootCauseMessage("first");
        assertThat(failed.getSuppressed()).hasSize(1);
        assertThat(failed.getSuppressed()[0]).hasMessageContaining("deaf");
    }

    @Test
    void cancel_taskIgnoresItsInterruptForAWhile_getWaitsForIt() throws Exception {
        needsThreadsOfItsOwn();
        Run<Integer> run = deaf(gate).start(scheduler());
        gate.awaitArrival();
        run.cancel();
        assertThat(run.isDone()).isFalse();
        gate.open();
        RunCancelledException cancelled = assertThrows(RunCancelledException.class, run::get);
        assertThat(cancelled.getMessage()).doesNotContain("deaf");
    }

    @Test
    void toCompletableFuture_taskIgnoresItsInterrupt_endsAfterTheGraceTimeToo() throws Exception {
        needsThreadsOfItsOwn();
        Run<Integer> run = deaf(gate).start(scheduler(), SHORT);
        CompletableFuture<Integer> future = run.toCompletableFuture();
        gate.awaitArrival();
        run.cancel();
        Throwable ended = future.handle((result, thrown) -> thrown).get(5, TimeUnit.SECONDS);
        assertThat(ended).hasMessageContaining("still running").hasMessageContaining("deaf");
    }

    //   deaf, left behind by its run, ends much later
    @Test
    void cancel_taskLeftBehindEndsLater_nothingOfItIsTold() throws Exception {
        needsThreadsOfItsOwn();
        RunInvariants heard = RunInvariants.inTurn();
        Run<Integer> run = deaf(gate).start(bare(), SHORT.listener(heard));
        gate.awaitArrival();
        run.cancel();
        assertThrows(RunCancelledException.class, run::get);
        gate.open();
        result(task(() -> 1).call()).isEqualTo(1);
        heard.check(run.progress());
    }

    @Test
    void cancel_taskLeftBehind_theSchedulerRunsOtherTasks() throws Exception {
        needsParallelism(2);
        Run<Integer> run = deaf(gate).start(scheduler(), SHORT);
        gate.awaitArrival();
        run.cancel();
        assertThrows(RunCancelledException.class, run::get);
        result(task(() -> 1).call().then(x -> x + 1)).isEqualTo(2);
    }

    @Test
    void cancel_graceTimeIsForever_getWaitsForTheTask() throws Exception {
        needsThreadsOfItsOwn();
        RunOptions forever = RunOptions.defaults().grace(ChronoUnit.FOREVER.getDuration());
        Run<Integer> run = deaf(gate).start(scheduler(), forever);
        gate.awaitArrival();
        run.cancel();
        assertThrows(TimeoutException.class, () -> run.get(Duration.ofMillis(20)));
        gate.open();
        assertThrows(RunCancelledException.class, run::get);
    }
}
