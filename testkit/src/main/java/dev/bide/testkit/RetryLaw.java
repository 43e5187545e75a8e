package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.graph.Handling;
import dev.bide.graph.Retry;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A task with retries is tried again, as often and after what its policy says, and no more. */
abstract class RetryLaw extends Law {
    private static final RunOptions PLAIN = RunOptions.defaults();

    RetryLaw(SchedulerContract contract) {
        super(contract);
    }

    private TaskFailedException failed(Delayed<?> root) {
        return thrown(TaskFailedException.class, root);
    }

    //   flaky --> x + 1
    @Test
    void retry_failsThenSucceeds_givesTheResult() {
        Flaky flaky = Flaky.until(3);
        result(task(flaky::call).retry(2).call().then(x -> x + 1)).isEqualTo(4);
        assertThat(flaky.calls()).isEqualTo(3);
    }

    @Test
    void retry_noneSucceeds_failsWithAllAttempts() {
        Flaky flaky = Flaky.always();
        TaskFailedException failed = failed(task(flaky::call).retry(2).call());
        assertThat(flaky.calls()).isEqualTo(3);
        assertThat(failed).hasRootCauseMessage("attempt 3").hasMessageContaining("3 attempts");
        assertThat(failed.mostAttempts()).isEqualTo(3);
        assertThat(Objects.requireNonNull(failed.getCause()).getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("attempt 1", "attempt 2");
    }

    @Test
    void attempts_afterRetries_haveNumbersTimesAndFailures() {
        TaskFailedException failed = failed(task(Flaky.always()::call).retry(2).call());
        assertThat(failed.attempts()).extracting(Attempt::number).containsExactly(1, 2, 3);
        assertThat(failed.attempts())
                .extracting(attempt -> attempt.failure().getMessage())
                .containsExactly("attempt 1", "attempt 2", "attempt 3");
        assertThat(failed.attempts()).allSatisfy(attempt -> {
            assertThat(attempt.time()).isNotNull().isPositive();
            assertThat(attempt.worker()).isNotBlank();
        });
    }

    @Test
    void retry_ofVeryMany_keepsTheFirstAndTheLastAttempts() {
        Flaky flaky = Flaky.always();
        TaskFailedException failed = failed(task(flaky::call).retry(99).call());
        assertThat(flaky.calls()).isEqualTo(100);
        assertThat(failed.mostAttempts()).isEqualTo(100);
        assertThat(failed.attempts()).hasSize(17);
        assertThat(failed.attempts().get(16).number()).isEqualTo(100);
    }

    @Test
    void retry_none_triesOnce() {
        Flaky flaky = Flaky.always();
        failed(task(flaky::call).call());
        assertThat(flaky.calls()).isEqualTo(1);
    }

    @Test
    void retry_sameExceptionEachTime_failsWithIt() {
        needsThisJvm(); // elsewhere each attempt throws a copy
        IOException same = new IOException("same");
        TaskFailedException failed = failed(task(() -> {
                    throw same;
                })
                .retry(2)
                .call());
        assertThat(failed.getCause()).isSameAs(same).hasNoSuppressedExceptions();
        assertThat(failed.attempts()).hasSize(3);
    }

    @Test
    void retry_errorIsThrown_isNotTriedAgain() {
        Tally calls = new Tally();
        TaskFailedException failed = failed(task(() -> {
                    calls.of("call", true);
                    throw new StackOverflowError("deep");
                })
                .retry(3)
                .call());
        assertThat(failed).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(calls.of("call")).isEqualTo(1);
    }

    private static int missing(Tally calls) throws IOException {
        int call = 1 + calls.of("call");
        calls.of("call", true);
        throw call == 1 ? new IOException("again") : new FileNotFoundException("never");
    }

    private int calls(Retry policy) {
        Tally calls = new Tally();
        failed(task(() -> missing(calls)).retry(policy).call());
        return calls.of("call");
    }

    @Test
    void retry_withConditions_isTriedAgainWhereTheyAllHold() {
        assertThat(calls(Retry.times(4))).isEqualTo(5);
        assertThat(calls(Retry.times(4).retryOn(IOException.class))).isEqualTo(5);
        assertThat(calls(Retry.times(4).retryOn(IllegalStateException.class))).isEqualTo(1);
        assertThat(calls(Retry.times(4).abortOn(FileNotFoundException.class))).isEqualTo(2);
        assertThat(calls(Retry.times(4).retryOn(IOException.class).abortOn(FileNotFoundException.class)))
                .isEqualTo(2);
        assertThat(calls(Retry.times(4).retryIf(thrown -> "again".equals(thrown.getMessage()))))
                .isEqualTo(2);
        assertThat(calls(Retry.times(4).abortIf(thrown -> "never".equals(thrown.getMessage()))))
                .isEqualTo(2);
    }

    //   fails, and the condition that is asked about that fails too: with an exception, with an error
    @Test
    void retryIf_conditionThrows_endsTheAttemptsAndLosesNothing() {
        for (Throwable unanswered : List.of(new IllegalStateException("which?"), new AssertionError("which?"))) {
            Flaky flaky = Flaky.always();
            TaskFailedException failed = failed(task(flaky::call)
                    .retry(Retry.times(4).retryIf(thrown -> rethrow(unanswered)))
                    .call());
            assertThat(flaky.calls()).isEqualTo(1);
            assertThat(failed).hasRootCauseMessage("attempt 1");
            assertThat(Objects.requireNonNull(failed.getCause()).getSuppressed())
                    .containsExactly(unanswered);
        }
    }

    private static boolean rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    @Test
    void backoff_ofAFlakyTask_waitsAtLeastAsLongBeforeEachAttempt() {
        Flaky flaky = Flaky.until(4);
        Retry slow = Retry.times(3)
                .backoff(Duration.ofMillis(10), Duration.ofMillis(20))
                .jitter(0);
        result(task(flaky::call).retry(slow).call()).isEqualTo(4);
        assertThat(flaky.gaps()).hasSize(3);
        assertThat(flaky.gaps().get(0)).isGreaterThanOrEqualTo(10);
        assertThat(flaky.gaps().get(1)).isGreaterThanOrEqualTo(20);
        assertThat(flaky.gaps().get(2)).isGreaterThanOrEqualTo(20);
    }

    @Test
    void backoff_withJitter_waitsAtLeastThePartThatIsNotLeftToChance() {
        Flaky flaky = Flaky.until(2);
        Retry slow = Retry.times(1).backoff(Duration.ofMillis(20)).jitter(0.25);
        result(task(flaky::call).retry(slow).call()).isEqualTo(2);
        assertThat(flaky.gaps().get(0)).isGreaterThanOrEqualTo(15);
    }

    @Test
    void retry_byCallTaskAndRun_theNearestHolds() {
        RunOptions five = PLAIN.handling(Handling.NONE.retry(5));
        assertThat(callsOf(flaky -> task(flaky::call).call(), five)).isEqualTo(6);
        assertThat(callsOf(flaky -> task(flaky::call).retry(1).call(), five)).isEqualTo(2);
        assertThat(callsOf(flaky -> task(flaky::call).retry(1).call().retry(2), five))
                .isEqualTo(3);
        assertThat(callsOf(flaky -> task(flaky::call).retry(1).call().retry(Retry.NONE), five))
                .isEqualTo(1);
        assertThat(callsOf(
                        flaky -> task(flaky::call)
                                .retry(1)
                                .call()
                                .named("x")
                                .after(task(() -> 1).call()),
                        five))
                .isEqualTo(2);
    }

    private int callsOf(java.util.function.Function<Flaky, Delayed<?>> graph, RunOptions options) {
        Flaky flaky = Flaky.always();
        thrown(TaskFailedException.class, graph.apply(flaky), options);
        return flaky.calls();
    }

    //   bad ==X==> skipped      flaky --> ran
    @Test
    void retry_inARunThatKeepsGoing_isDoneBeforeTheTaskHasFailed() {
        Flaky flaky = Flaky.until(3);
        Flaky bad = Flaky.always();
        Tally calls = new Tally();
        Delayed<Integer> skipped = task(bad::call).retry(2).call().then(x -> calls.of("skipped", x));
        Delayed<Integer> ran = task(flaky::call).retry(2).call().then(x -> calls.of("ran", x));
        TaskFailedException failed =
                thrown(TaskFailedException.class, gather(List.of(skipped, ran)), PLAIN.keepGoing());
        assertThat(failed.attempts()).hasSize(3);
        assertThat(bad.calls()).isEqualTo(3);
        assertThat(calls.counts()).isEqualTo(Map.of("ran", 1));
    }

    @Test
    void rerun_afterRetries_runsTheTaskOnce() throws Exception {
        Flaky flaky = Flaky.until(4);
        Run<Integer> run = task(flaky::call).retry(2).named("flaky").call().start(scheduler());
        assertThrows(TaskFailedException.class, run::get);
        assertThat(run.rerun("flaky")).isEqualTo(4);
    }

    @Test
    void listener_ofAFlakyTask_hearsItsAttemptsInOrder() {
        HeardSteps heard = new HeardSteps();
        compute(
                task(Flaky.until(3)::call)
                        .named("flaky")
                        .retry(Retry.times(5).backoff(Duration.ofMillis(1)))
                        .call(),
                heard.of(PLAIN));
        assertThat(heard.of("flaky"))
                .containsExactly(
                        "QUEUED 1", "STARTED 1", "RETRIED 1", "STARTED 2", "RETRIED 2", "STARTED 3", "FINISHED 3");
    }

    @Test
    void listener_ofATaskThatFails_hearsItsAttemptsInOrder() {
        HeardSteps heard = new HeardSteps();
        thrown(
                TaskFailedException.class,
                task(Flaky.always()::call).named("flaky").retry(1).call(),
                heard.of(PLAIN));
        assertThat(heard.of("flaky")).containsExactly("QUEUED 1", "STARTED 1", "RETRIED 1", "STARTED 2", "FAILED 2");
    }

    //   one --> grows after two attempts to: 1 + flaky
    @Test
    void thenDelayed_functionFails_isTriedAgain() {
        Flaky grows = Flaky.until(2);
        Flaky inside = Flaky.until(3);
        Delayed<Integer> grown = task(() -> 1)
                .call()
                .thenDelayed(x -> on(x, grows.call())
                        .call(Integer::sum)
                        .zip(task(inside::call).retry(2).call(), Integer::sum))
                .retry(1);
        result(grown).isEqualTo(1 + 2 + 3);
        assertThat(grows.calls()).isEqualTo(2);
    }

    //   outer ( flaky )      each attempt at outer makes three at flaky
    @Test
    void retry_ofATaskThatComputes_computesAgain() {
        Flaky flaky = Flaky.until(5);
        Delayed<Integer> outer =
                task(() -> task(flaky::call).retry(2).call().compute()).retry(1).call();
        result(outer).isEqualTo(5);
    }

    //   rude: leaves its thread interrupted, throws --> its next attempt looks
    @Test
    void retry_attemptLeavesItsThreadInterrupted_theNextDoesNotFindItSo() {
        needsThreadsOfItsOwn();
        Tally calls = new Tally();
        Delayed<Boolean> rude = task(() -> {
                    if (calls.next("rude") == 1) {
                        Thread.currentThread().interrupt();
                        throw new IOException("rude");
                    }
                    return Thread.currentThread().isInterrupted();
                })
                .retry(1)
                .call();
        result(rude).isEqualTo(false);
    }
}
