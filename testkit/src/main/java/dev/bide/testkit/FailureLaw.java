package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task0;
import dev.bide.graph.Key;
import dev.bide.schedule.Run;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The first failure stops the run; nobody's exception is lost; the error says which task, where, and what it led to. */
abstract class FailureLaw extends Law {
    FailureLaw(SchedulerContract contract) {
        super(contract);
    }

    private static int fail(String message) throws IOException {
        throw new IOException(message);
    }

    private static Task0<Integer> failing(String message) {
        return task(() -> fail(message));
    }

    @Test
    void compute_taskThrows_itsExceptionIsTheCause() {
        TaskFailedException failed =
                thrown(TaskFailedException.class, failing("no such file").call());
        assertThat(failed).hasCauseExactlyInstanceOf(IOException.class).hasRootCauseMessage("no such file");
        assertThat(failed.attempts()).hasSize(1);
    }

    //   load ==X==> clean --> analyze
    @Test
    void compute_taskThrows_theErrorNamesTaskLineInputsAndChain() {
        Delayed<Integer> load = on("a.csv", 7).call((file, n) -> fail("broken")).named("load");
        Delayed<Integer> analyze = load.then(x -> x).named("clean").then(x -> x).named("analyze");
        TaskFailedException failed = thrown(TaskFailedException.class, analyze);
        assertThat(failed.key()).isEqualTo(Key.of("load"));
        assertThat(failed.ledTo()).containsExactly(Key.of("clean"), Key.of("analyze"));
        assertThat(String.valueOf(failed.callSite())).contains("(FailureLaw.java:");
        assertThat(failed)
                .hasMessageContaining("task load failed: java.io.IOException: broken")
                .hasMessageContaining("compute_taskThrows_theErrorNamesTaskLineInputsAndChain(FailureLaw.java:")
                .hasMessageContaining("\"a.csv\"")
                .hasMessageContaining("7")
                .hasMessageContaining("clean")
                .hasMessageContaining("analyze")
                .hasMessageContaining("not run");
    }

    //   fails   fine
    //      \     /
    //       join --> never
    @Test
    void compute_taskThrows_nothingThatNeedsItRuns() {
        Tally calls = new Tally();
        Delayed<Integer> join = failing("x").call().zip(task(() -> 1).call(), (a, b) -> calls.of("join", a + b));
        thrown(TaskFailedException.class, join.then(x -> calls.of("never", x)));
        assertThat(calls.counts()).isEmpty();
    }

    //   fails ..> later
    @Test
    void after_whatFails_doesNotRun() {
        Tally calls = new Tally();
        thrown(
                TaskFailedException.class,
                task(() -> calls.of("later", 1)).call().after(failing("x").call()));
        assertThat(calls.counts()).isEmpty();
    }

    //   fails   slow      slow is at work when the other fails, and is interrupted
    //      \    /
    //       list
    @Test
    void compute_taskThrowsWhileAnotherRuns_returnsAfterThatOneHasLeft() {
        needsParallelism(2);
        Gate gate = new Gate();
        Tally left = new Tally();
        Delayed<Integer> slow = task(() -> passAndLeave(gate, left)).call();
        Delayed<Integer> fails = task(() -> failAfter(gate, "first")).call();
        TaskFailedException failed = thrown(TaskFailedException.class, gather(List.of(fails, slow)));
        assertThat(left.of("left")).isEqualTo(1);
        assertThat(failed).hasRootCauseMessage("first");
        assertThat(failed.getSuppressed()).isEmpty();
    }

    private static int passAndLeave(Gate gate, Tally left) throws InterruptedException {
        try {
            return gate.pass(1);
        } finally {
            left.of("left", true);
        }
    }

    private static int failAfter(Gate gate, String message) throws Exception {
        gate.awaitArrival();
        return fail(message);
    }

    //   first   second      the second throws something of its own when it is interrupted
    //      \    /
    //       list
    @Test
    void compute_anotherTaskThrowsToo_thatIsSuppressed() {
        needsParallelism(2);
        Gate gate = new Gate();
        Delayed<Integer> second =
                task(() -> failWhenInterrupted(gate, "second")).call();
        Delayed<Integer> first = task(() -> failAfter(gate, "first")).call();
        TaskFailedException failed = thrown(TaskFailedException.class, gather(List.of(second, first)));
        assertThat(failed).hasRootCauseMessage("first");
        assertThat(failed.getSuppressed()).hasSize(1);
        assertThat(failed.getSuppressed()[0])
                .isInstanceOf(TaskFailedException.class)
                .hasRootCauseMessage("second");
    }

    private static int failWhenInterrupted(Gate gate, String message) throws IOException {
        try {
            return gate.pass(1);
        } catch (InterruptedException interrupted) {
            return fail(message);
        }
    }

    //   fails   c c c ... c      thousands of calls, many still queued when compute() returns
    //      \    | | |     |
    //            list
    @RepeatedTest(10)
    void compute_taskThrowsAmongMany_nothingStartsAfterItReturned() {
        Tally calls = new Tally();
        Gate returned = new Gate();
        DelayedList<Integer> many = task((Integer i) ->
                        i == 500 ? fail("x") : calls.of(returned.reached() ? "late" : "intime", i))
                .each(IntStream.range(0, 5_000).boxed().toList());
        assertThrows(TaskFailedException.class, () -> many.compute(bare()));
        int atReturn = calls.of("intime");
        assertThat(atReturn).isLessThan(5_000);
        assertThat(compute(task(() -> 1).call())).isEqualTo(1);
        assertThat(calls.of("intime")).isEqualTo(atReturn);
    }

    @Test
    void get_twice_throwsTheSameFailure() {
        Run<Integer> run = failing("x").call().start(scheduler());
        TaskFailedException first = assertThrows(TaskFailedException.class, run::get);
        TaskFailedException again = assertThrows(TaskFailedException.class, run::get);
        assertThat(again.getCause()).isSameAs(first.getCause());
        assertThat(run.isDone()).isTrue();
    }

    //   two --> fails at first
    @Test
    void rerun_failedTask_runsItAloneWithItsInputs() throws Exception {
        Tally calls = new Tally();
        Delayed<Integer> two = task(() -> calls.next("two")).named("two").call().then(x -> x + 1);
        Delayed<Integer> half = on(two).call(x -> {
                    if (calls.next("half") == 1) {
                        throw new IOException("boom");
                    }
                    return 10 / x;
                })
                .named("half");
        Run<Integer> run = half.start(scheduler());
        assertThrows(TaskFailedException.class, run::get);
        assertThat(run.rerun("half")).isEqualTo(5);
        assertThat(calls.counts()).isEqualTo(Map.of("two", 1, "half", 2));
    }

    //   fails
    @Test
    void rerun_taskThatFailsAgain_throwsWhatItThrows() {
        Run<Integer> run = task(FailureLaw::boom).call().start(scheduler());
        assertThrows(TaskFailedException.class, run::get);
        assertThat(assertThrows(IOException.class, () -> run.rerun("boom"))).hasMessage("boom");
    }

    //   a --> fails
    @Test
    void rerun_taskThatDidNotFail_isRefused() {
        Run<Integer> run = task(() -> 1)
                .named("a")
                .call()
                .then(x -> 1 / (x - 1))
                .named("b")
                .start(scheduler());
        assertThrows(TaskFailedException.class, run::get);
        assertThat(assertThrows(IllegalArgumentException.class, () -> run.rerun("a")))
                .hasMessage("rerun(a): only a failed task of this run can be run again: b");
    }

    //   a
    @Test
    void rerun_runWithoutAFailure_isRefused() {
        Run<Integer> run = task(() -> 1).named("a").call().start(scheduler());
        assertThat(run.get()).isEqualTo(1);
        assertThat(assertThrows(IllegalArgumentException.class, () -> run.rerun("a")))
                .hasMessage("rerun(a): no task of this run has failed, and only a failed one can be run again");
    }

    private static int boom() throws IOException {
        throw new IOException("boom");
    }
}
