package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.graph.Handling;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** An attempt whose time is up is interrupted and has failed; whatever it gives then is dropped, and no other task notices. */
abstract class TimeoutLaw extends Law {
    private static final Duration LONG = Duration.ofHours(1);

    private final Gate gate = new Gate();
    private final Tally ends = new Tally();

    TimeoutLaw(SchedulerContract contract) {
        super(contract);
    }

    @AfterEach
    void letGo() {
        gate.open();
    }

    private RunOptions impatient() {
        return RunOptions.defaults().grace(brief());
    }

    private String tooLong() {
        return "took longer than its timeout of " + brief().toMillis() + " ms";
    }

    private Delayed<Integer> slow() {
        Gate here = gate;
        Tally counted = ends;
        return task(() -> here.pass(counted)).named("slow").call();
    }

    //   slow ==X==> never
    @Test
    void timeout_taskTooSlow_isInterruptedAndFailsSo() {
        Tally counted = ends;
        TaskFailedException failed =
                thrown(TaskFailedException.class, slow().timeout(brief()).then(x -> counted.of("never", x)));
        assertThat(failed.getCause())
                .isExactlyInstanceOf(TimeoutException.class)
                .hasMessage(tooLong())
                .hasNoSuppressedExceptions();
        assertThat(failed)
                .hasMessageContaining("task slow failed: java.util.concurrent.TimeoutException: took longer than its");
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1));
        result(task(() -> Thread.currentThread().isInterrupted()).call()).isEqualTo(false);
    }

    @Test
    void timeout_taskInTime_givesItsResult() {
        result(task(() -> 7).timeout(LONG).call().then(x -> x + 1)).isEqualTo(8);
    }

    @Test
    void timeout_taskThrowsInTime_failsWithThat() {
        TaskFailedException failed = thrown(
                TaskFailedException.class,
                task(Flaky.always()::call).timeout(LONG).call());
        assertThat(failed).hasRootCauseMessage("attempt 1");
    }

    //   slow at the first attempt, quick at the second
    @Test
    void timeout_withARetry_isPerAttempt() {
        Gate here = gate;
        Tally counted = ends;
        Delayed<Integer> second = task(() -> counted.next("call") == 1 ? here.pass(counted) : 42)
                .timeout(brief())
                .retry(1)
                .call();
        result(second.then(x -> x + 1)).isEqualTo(43);
        assertThat(ends.counts()).isEqualTo(Map.of("call", 2, "interrupted", 1));
    }

    @Test
    void timeout_eachAttemptTooSlow_failsWithAll() {
        TaskFailedException failed =
                thrown(TaskFailedException.class, slow().timeout(brief()).retry(2));
        assertThat(failed.attempts()).hasSize(3).allSatisfy(attempt -> {
            assertThat(attempt.failure()).isInstanceOf(TimeoutException.class);
            assertThat(attempt.time()).isGreaterThanOrEqualTo(brief().minus(traits().clockError()));
        });
        assertThat(ends.of("interrupted")).isEqualTo(3);
    }

    //   stubborn: gives a result when it is interrupted --> never
    @Test
    void timeout_resultComesAfterAll_isDropped() {
        Gate here = gate;
        Tally counted = ends;
        Delayed<Integer> stubborn = task(() -> {
                    try {
                        return here.pass(1);
                    } catch (InterruptedException late) {
                        return counted.of("late", 2);
                    }
                })
                .timeout(brief())
                .call();
        TaskFailedException failed = thrown(TaskFailedException.class, stubborn.then(x -> counted.of("never", x)));
        assertThat(failed).hasCauseInstanceOf(TimeoutException.class);
        assertThat(ends.counts()).isEqualTo(Map.of("late", 1));
    }

    @Test
    void timeout_taskThrowsSomethingElseThen_thatIsSuppressed() {
        Gate here = gate;
        Delayed<Integer> undone = task(() -> {
                    try {
                        return here.pass(1);
                    } catch (InterruptedException late) {
                        throw new IOException("left things undone", late);
                    }
                })
                .timeout(brief())
                .call();
        TaskFailedException failed = thrown(TaskFailedException.class, undone);
        assertThat(failed).hasCauseInstanceOf(TimeoutException.class);
        assertThat(Objects.requireNonNull(failed.getCause()).getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("left things undone");
    }

    @Test
    void timeout_byCallTaskAndRun_theNearestHolds() {
        Duration twice = brief().plus(brief());
        RunOptions hasty = RunOptions.defaults().handling(Handling.NONE.timeout(brief()));
        thrown(TaskFailedException.class, slow(), hasty);
        thrown(TaskFailedException.class, slow().timeout(brief()), RunOptions.defaults());
        result(task(() -> spin(twice)).timeout(LONG).call(), hasty).isEqualTo(1);
        result(task(() -> spin(twice)).timeout(brief()).call().timeout(LONG)).isEqualTo(1);
    }

    /** Works on, whoever interrupts it. */
    private static int spin(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return 1;
    }

    //   slow ==X==> skipped      good --> ran
    @Test
    void timeout_inARunThatKeepsGoing_theOthersRun() {
        Tally counted = ends;
        Delayed<Integer> skipped = slow().timeout(brief()).then(x -> counted.of("skipped", x));
        Delayed<Integer> ran = task(() -> 1).call().then(x -> counted.of("ran", x));
        thrown(
                TaskFailedException.class,
                gather(List.of(skipped, ran)),
                RunOptions.defaults().keepGoing());
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1, "ran", 1));
    }

    //   one --> (its function is slow)
    @Test
    void timeout_ofAFunctionThatAnswersWithMore_holdsForTheFunction() {
        Duration twice = brief().plus(brief());
        Gate here = gate;
        Tally counted = ends;
        Delayed<Integer> slow = task(() -> 1)
                .call()
                .thenDelayed(x -> task(() -> 1).call().then(y -> y + x).named("n" + here.pass(counted)))
                .timeout(brief());
        assertThat(thrown(TaskFailedException.class, slow)).hasCauseInstanceOf(TimeoutException.class);
        Delayed<Integer> quick = task(() -> 1)
                .call()
                .thenDelayed(x -> on(x).call(y -> spin(twice)))
                .timeout(brief());
        result(quick).isEqualTo(1);
    }

    @Test
    void timeout_waitingThreadInterrupted_cancelsAndRestoresTheFlag() throws Exception {
        Scheduler here = scheduler();
        Delayed<Integer> slow = slow().timeout(LONG).retry(3);
        Caller<Integer> caller = Caller.of(() -> slow.compute(here));
        gate.awaitArrival();
        caller.interrupt();
        assertThat(caller.thrown()).isInstanceOf(RunCancelledException.class).hasMessageContaining("interrupted");
        assertThat(caller.flagged()).isTrue();
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1));
    }

    @Test
    void cancel_attemptHasATimeout_interruptsIt() throws Exception {
        needsThreadsOfItsOwn();
        Run<Integer> run = slow().timeout(LONG).retry(3).start(scheduler());
        gate.awaitArrival();
        assertThat(run.cancel()).isTrue();
        assertThrows(RunCancelledException.class, run::get);
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1));
    }

    @Test
    void deadline_beforeTheTimeout_cancelsTheRun() {
        RunCancelledException late = thrown(
                RunCancelledException.class,
                slow().timeout(LONG),
                RunOptions.defaults().deadline(brief()));
        assertThat(late).hasMessageContaining("deadline");
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1));
    }

    //   s --> f --> s --> f ..      each s ends just when its time is up, each f looks at its thread's flag
    @RepeatedTest(10)
    void timeout_rightAtTheEnd_hurtsNoOtherTask() {
        Duration brief = Duration.ofNanos(200_000);
        Delayed<Integer> found = task(() -> 0).call();
        for (int i = 0; i < 100; i++) {
            found = found.then(before -> before + 0 * spin(brief))
                    .timeout(brief)
                    .fallback(0)
                    .then(TimeoutLaw::flag);
        }
        result(found).isEqualTo(0);
        result(task((Integer i) -> Thread.currentThread().isInterrupted()).each(Collections.nCopies(40, 1)))
                .isEqualTo(Collections.nCopies(40, false));
    }

    private static int flag(int before) {
        return Thread.currentThread().isInterrupted() ? before + 1 : before;
    }

    // ---------------------------------------------------------------- those that ignore their interrupt

    private Delayed<Integer> deaf() {
        Gate here = gate;
        return task(() -> here.passDeaf(1)).named("deaf").timeout(brief()).call();
    }

    @Test
    void timeout_taskIgnoresItsInterrupt_isGivenUpAfterTheGraceTimeAndNamed() {
        needsThreadsOfItsOwn();
        TaskFailedException failed = thrown(TaskFailedException.class, deaf().retry(1), impatient());
        assertThat(failed.getCause())
                .isExactlyInstanceOf(TimeoutException.class)
                .hasMessage(tooLong() + " and ignores its interrupt: it was still at work " + brief().toMillis()
                        + " ms later. "
                        + (traits().inThisJvm() ? "Its result will be dropped." : "Its worker was ended."));
        assertThat(failed).hasMessageContaining("deaf");
        assertThat(failed.attempts()).hasSize(1);
        if (!traits().inThisJvm()) {
            assertThat(failed.getSuppressed()).isEmpty(); // it is not at work any more
            return;
        }
        assertThat(failed.getSuppressed()).hasSize(1);
        assertThat(failed.getSuppressed()[0])
                .hasMessageContaining("still running")
                .hasMessageContaining("deaf");
    }

    //   deaf ==X==> 7 instead --> x + 1
    @Test
    void timeout_taskIgnoresItsInterruptAndHasAFallback_theRunGoesOn() {
        needsParallelism(2);
        HeardSteps heard = new HeardSteps();
        result(deaf().fallback(7).then(x -> x + 1), heard.of(impatient())).isEqualTo(8);
        assertThat(heard.of("deaf")).startsWith("QUEUED 1", "STARTED 1", "FELL_BACK 1", "FINISHED 1");
        gate.open();
        result(task(() -> 1).call()).isEqualTo(1);
    }

    //   deaf ==X==> skipped      good --> ran
    @Test
    void timeout_taskIgnoresItsInterruptInARunThatKeepsGoing_theOthersRun() {
        needsParallelism(2);
        Tally counted = ends;
        Delayed<Integer> skipped = deaf().then(x -> counted.of("skipped", x));
        Delayed<Integer> ran = task(() -> 1).call().then(x -> counted.of("ran", x));
        TaskFailedException failed = thrown(
                TaskFailedException.class,
                gather(List.of(skipped, ran)),
                impatient().keepGoing());
        assertThat(failed.getCause()).hasMessageContaining("ignores its interrupt");
        assertThat(ends.counts()).isEqualTo(Map.of("ran", 1));
    }

    //   deaf ==X==> 0 --> opens the gate --> goes on for a while
    @RepeatedTest(5)
    void timeout_attemptThatWasGivenUpReturnsLater_isNotNoticed() {
        needsParallelism(2);
        Gate here = gate;
        Delayed<Integer> opens = deaf().fallback(0).then(x -> {
            here.open();
            return x;
        });
        for (int i = 0; i < 200; i++) {
            opens = opens.then(x -> x + 1).timeout(LONG).retry(1);
        }
        result(opens, impatient()).isEqualTo(200);
    }
}
