package dev.bide.testkit;

import static dev.bide.Bide.action;
import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.graph.Handling;
import dev.bide.graph.Plan;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Where the last attempt throws an exception, the fallback gives the result; nobody else notices. */
abstract class FallbackLaw extends Law {
    private static final RunOptions PLAIN = RunOptions.defaults();

    FallbackLaw(SchedulerContract contract) {
        super(contract);
    }

    private static int fail(String message) throws IOException {
        throw new IOException(message);
    }

    //   fails: 7 instead --> x + 1
    @Test
    void fallback_taskThrows_isTheResult() {
        result(task(() -> fail("x")).fallback(7).call().then(x -> x + 1)).isEqualTo(8);
        result(task(() -> fail("x")).call().fallback(7).then(x -> x + 1)).isEqualTo(8);
        assertThat(task(() -> fail("x")).call().fallback(7).compute(bare())).isEqualTo(7);
    }

    @Test
    @SuppressWarnings("NullAway") // an Integer or null
    void fallback_null_isAValue() {
        result(task(() -> fail("x")).call().fallback(null).then(x -> x == null ? "null" : "other"))
                .isEqualTo("null");
    }

    @Test
    void fallback_taskGivesAResult_isNotAsked() {
        Tally calls = new Tally();
        result(task(() -> 1).call().fallbackTo(thrown -> calls.of("fallback", 2)))
                .isEqualTo(1);
        assertThat(calls.counts()).isEmpty();
    }

    @Test
    void fallbackTo_taskThrows_getsWhatTheLastAttemptThrew() {
        Flaky flaky = Flaky.always();
        result(task(flaky::call).retry(2).call().fallbackTo(thrown -> {
                    assertThat(thrown).isInstanceOf(IOException.class);
                    return "attempt 3".equals(thrown.getMessage()) ? 3 : -1;
                }))
                .isEqualTo(3);
        assertThat(flaky.calls()).isEqualTo(3);
    }

    @Test
    void fallbackTo_throwsToo_failsWithThatAndLosesNothing() {
        TaskFailedException failed = thrown(
                TaskFailedException.class, task(() -> fail("first")).call().fallbackTo(x -> fail("second")));
        assertThat(failed).hasRootCauseMessage("second");
        assertThat(Objects.requireNonNull(failed.getCause()).getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("first");
        assertThat(failed.attempts())
                .extracting(Attempt::failure)
                .extracting(Throwable::getMessage)
                .containsExactly("first", "second");
    }

    @Test
    void fallbackTo_throwsWhatItWasGiven_failsWithIt() {
        TaskFailedException failed = thrown(
                TaskFailedException.class, task(() -> fail("first")).call().fallbackTo(given -> {
                    throw given;
                }));
        assertThat(failed.getCause()).hasMessage("first");
        if (traits().inThisJvm()) { // from elsewhere comes a copy
            assertThat(failed.getCause()).hasNoSuppressedExceptions();
        }
    }

    @Test
    void rerun_fallbackThrewToo_callsTheTaskWithItsArguments() {
        Run<Integer> run = bare().start(
                        Plan.of(task((Integer x) -> 10 / x)
                                .named("divide")
                                .call(0)
                                .fallbackTo(x -> fail("second"))),
                        PLAIN);
        TaskFailedException failed = assertThrows(TaskFailedException.class, run::get);
        assertThat(failed.inputs()).singleElement().asString().doesNotContain("IOException", "ArithmeticException");
        assertThrows(ArithmeticException.class, () -> run.rerun("divide"));
    }

    @Test
    void fallback_taskThrowsAnError_isNotAsked() {
        Tally calls = new Tally();
        TaskFailedException failed = thrown(
                TaskFailedException.class,
                task(() -> {
                            throw new StackOverflowError("deep");
                        })
                        .call()
                        .fallbackTo(thrown -> calls.of("fallback", 1)));
        assertThat(failed).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(calls.counts()).isEmpty();
    }

    @Test
    void fallback_runIsCancelled_isNotAsked() throws Exception {
        needsThreadsOfItsOwn();
        Tally calls = new Tally();
        Gate gate = new Gate();
        Delayed<Integer> waits = task(() -> gate.pass(1)).call().fallbackTo(thrown -> calls.of("fallback", 1));
        Run<Integer> run = waits.start(scheduler());
        gate.awaitArrival();
        run.cancel();
        assertThrows(RunCancelledException.class, run::get);
        assertThat(calls.counts()).isEmpty();
    }

    @Test
    void fallback_waitingThreadInterrupted_isNotAsked() throws Exception {
        Tally calls = new Tally();
        Gate gate = new Gate();
        Delayed<Integer> waits = task(() -> gate.pass(1)).call().fallbackTo(thrown -> calls.of("fallback", 1));
        Scheduler here = scheduler();
        Caller<Integer> caller = Caller.of(() -> waits.compute(here));
        gate.awaitArrival();
        caller.interrupt();
        assertThat(caller.thrown()).isInstanceOf(RunCancelledException.class);
        assertThat(caller.flagged()).isTrue();
        assertThat(calls.counts()).isEmpty();
    }

    //   fails: its fallback waits, and is interrupted
    @Test
    void fallbackTo_waitingThreadInterruptedMeanwhile_cancelsAndRestoresTheFlag() throws Exception {
        Gate gate = new Gate();
        Delayed<Integer> waits = task(() -> fail("x")).call().fallbackTo(thrown -> gate.pass(1));
        Scheduler here = scheduler();
        Caller<Integer> caller = Caller.of(() -> waits.compute(here));
        gate.awaitArrival();
        caller.interrupt();
        assertThat(caller.thrown()).isInstanceOf(RunCancelledException.class).hasNoSuppressedExceptions();
        assertThat(caller.flagged()).isTrue();
    }

    @Test
    void listener_taskFallsBack_hearsItBetweenStartAndEnd() {
        HeardSteps heard = new HeardSteps();
        compute(task(() -> fail("x")).named("one").retry(1).call().fallback(1), heard.of(PLAIN));
        assertThat(heard.of("one"))
                .containsExactly("QUEUED 1", "STARTED 1", "RETRIED 1", "STARTED 2", "FELL_BACK 2", "FINISHED 2");
        thrown(
                TaskFailedException.class,
                task(() -> fail("x")).named("two").call().fallbackTo(x -> fail("y")),
                heard.of(PLAIN));
        assertThat(heard.of("two")).containsExactly("QUEUED 1", "STARTED 1", "FELL_BACK 1", "FAILED 1");
    }

    //   one --> (its function fails: 9 instead) --> x + 1
    @Test
    void fallback_ofAFunctionThatAnswersWithMore_isItsResult() {
        Delayed<Integer> grown = task(() -> 1)
                .call()
                .thenDelayed(x -> task(() -> x).call().named("n" + fail("x")))
                .fallback(9);
        result(grown.then(x -> x + 1)).isEqualTo(10);
    }

    //   one --> grown --> (grows to) fails      the function gave its answer: no fallback for what that leads to
    @Test
    void fallback_answerOfAFunctionFails_isNotAsked() {
        Delayed<Integer> grown = task(() -> 1)
                .call()
                .<Integer>thenDelayed(x -> task(() -> fail("inside")).call())
                .fallback(9);
        assertThat(thrown(TaskFailedException.class, grown)).hasRootCauseMessage("inside");
    }

    @Test
    void fallback_ofAnAction_letsItsDependentsRun() {
        Tally calls = new Tally();
        Delayed<?> act = action((Integer x) -> {
                    fail("x");
                })
                .call(1)
                .fallback(null);
        result(task(() -> calls.of("after", 1)).call().after(act)).isEqualTo(1);
        assertThat(calls.of("after")).isEqualTo(1);
    }

    //   good   fails: -1 instead      all of the run's tasks have a fallback, unless they have their own
    @Test
    void fallback_ofTheRun_isWeakerThanTheTasks() {
        RunOptions lenient = PLAIN.handling(Handling.NONE.fallbackTo(thrown -> -1));
        assertThat(compute(
                        gather(List.of(
                                task(() -> 1).call(),
                                task(() -> fail("x")).call(),
                                task(() -> fail("y")).fallback(2).call(),
                                task(() -> fail("z")).fallback(2).call().fallback(3))),
                        lenient))
                .containsExactly(1, -1, 2, 3);
    }

    //   fails: computes a graph instead
    @Test
    void fallbackTo_computes_givesThatResult() {
        result(task(() -> fail("x"))
                        .call()
                        .fallbackTo(
                                thrown -> task(() -> 4).call().then(x -> x + 1).compute()))
                .isEqualTo(5);
    }
}
