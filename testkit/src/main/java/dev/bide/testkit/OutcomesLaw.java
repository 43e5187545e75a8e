package dev.bide.testkit;

import static dev.bide.Bide.computeOutcomes;
import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.graph.Key;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.Outcome.Cancelled;
import dev.bide.schedule.Outcome.Failed;
import dev.bide.schedule.Outcome.Skipped;
import dev.bide.schedule.Outcome.Value;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code computeOutcomes()} tells of each result what became of it, however the run ends. */
abstract class OutcomesLaw extends Law {
    private final Tally calls = new Tally();

    OutcomesLaw(SchedulerContract contract) {
        super(contract);
    }

    private static Delayed<Integer> fails(String name) {
        return task(() -> fail(name)).named(name).call();
    }

    private static int fail(String message) throws IOException {
        throw new IOException(message);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private final List<Outcome<Integer>> outcomes(Delayed<Integer>... roots) {
        return computeOutcomes(scheduler(), roots);
    }

    private static void assertSkipped(Outcome<?> outcome, String because) {
        assertThat(outcome).isInstanceOf(Skipped.class);
        assertThat(((Skipped<?>) outcome).because()).isEqualTo(Key.of(because));
    }

    //   good   bad ==X==> skipped ==X==> skipped too
    @Test
    void computeOutcomes_someFail_eachHasItsKind() {
        Delayed<Integer> bad = fails("bad");
        Tally here = calls;
        List<Outcome<Integer>> all = outcomes(
                task(() -> 1).call(),
                bad,
                bad.then(x -> here.of("skipped", x)),
                bad.then(x -> x).then(x -> here.of("skipped", x)));
        assertThat(all.get(0)).isEqualTo(new Value<>(1));
        assertThat(all.get(1)).isInstanceOf(Failed.class);
        assertSkipped(all.get(2), "bad");
        assertSkipped(all.get(3), "bad");
        assertThat(calls.counts()).isEmpty();
    }

    @Test
    void get_ofEachKind_givesTheResultOrThrows() {
        Delayed<Integer> bad = fails("bad");
        List<Outcome<Integer>> all = outcomes(task(() -> 1).call(), bad, bad.then(x -> x));
        assertThat(all.get(0).get()).isEqualTo(1);
        TaskFailedException failed =
                assertThrows(TaskFailedException.class, () -> all.get(1).get());
        assertThat(failed).hasRootCauseMessage("bad");
        assertThat(assertThrows(TaskFailedException.class, () -> all.get(2).get()))
                .isSameAs(failed);
        assertThat(all.get(1)).hasToString("failed: task bad failed: java.io.IOException: bad");
        assertThat(all.get(2)).hasToString("skipped: task bad failed: java.io.IOException: bad");
    }

    @Test
    @SuppressWarnings("NullAway") // an Integer or null
    void computeOutcomes_resultIsNull_isAValue() {
        List<Outcome<Integer>> all =
                outcomes(task((Integer x) -> (Integer) null).call(1), value(null));
        assertThat(all).containsExactly(new Value<>(null), new Value<>(null));
    }

    @Test
    void computeOutcomes_ofValuesAndOfNothing_runsNothing() {
        assertThat(outcomes(value(1), value(2))).containsExactly(new Value<>(1), new Value<>(2));
        assertThat(outcomes()).isEmpty();
        assertThat(gather(List.of(value(3), value(4))).computeOutcomes(scheduler()))
                .containsExactly(new Value<>(3), new Value<>(4));
    }

    //   a --> b      asked for: b, a, b, a value, b under another name
    @Test
    void computeOutcomes_sameDelayedTwice_runsOnce() {
        Tally here = calls;
        Delayed<Integer> a = task(() -> here.of("a", 1)).call();
        Delayed<Integer> b = a.then(x -> here.of("b", x + 1));
        List<Outcome<Integer>> all = outcomes(b, a, b, value(5), b);
        assertThat(all).containsExactly(new Value<>(2), new Value<>(1), new Value<>(2), new Value<>(5), new Value<>(2));
        assertThat(calls.counts()).isEqualTo(Map.of("a", 1, "b", 1));
    }

    //   good, bad under other names and orders
    @Test
    void computeOutcomes_ofCallsChangedAfterwards_areTheirOwn() {
        Delayed<Integer> good = task(() -> 1).call();
        Delayed<Integer> bad = fails("bad");
        List<Outcome<Integer>> all = outcomes(
                good.named("good"),
                bad.named("worse"),
                good.after(bad),
                bad.named("third").fallback(3));
        assertThat(all.get(0)).isEqualTo(new Value<>(1));
        assertThat(((Failed<?>) all.get(1)).failure().key()).isEqualTo(Key.of("worse"));
        assertSkipped(all.get(2), "bad");
        assertThat(all.get(3)).isEqualTo(new Value<>(3));
    }

    //        shared
    //       /  |   \
    //      a   b    bad
    @Test
    void computeOutcomes_sharedDependency_runsOnce() {
        Tally here = calls;
        Delayed<Integer> shared = task(() -> here.of("shared", 1)).call();
        List<Outcome<Integer>> all =
                outcomes(shared.then(x -> x + 1), shared.then(x -> x + 2), shared.then(x -> fail("bad")));
        assertThat(all.subList(0, 2)).containsExactly(new Value<>(2), new Value<>(3));
        assertThat(all.get(2)).isInstanceOf(Failed.class);
        assertThat(calls.of("shared")).isEqualTo(1);
    }

    //   first ==X==> a ==X==> b      b needs second, too, which fails as well
    //                second ==X==/
    @Test
    void computeOutcomes_chainOfSkipped_namesWhatFailed() {
        Delayed<Integer> a = fails("first").then(x -> x);
        Delayed<Integer> b = a.zip(fails("second"), Integer::sum);
        List<Outcome<Integer>> all = outcomes(a, b);
        assertSkipped(all.get(0), "first");
        assertThat(((Skipped<?>) all.get(1)).because()).isIn(Key.of("first"), Key.of("second"));
    }

    //   b0 ==X==> s0   b1 ==X==> s1 ..   g2   g3      each of many
    @Test
    void computeOutcomes_ofMany_losesNone() {
        DelayedList<Integer> many = task((Integer i) -> i % 5 == 0 ? fail("bad " + i) : i)
                .each(IntStream.range(0, 500).boxed().toList())
                .each(x -> x + 1);
        List<Outcome<Integer>> all = many.computeOutcomes(scheduler());
        for (int i = 0; i < 500; i++) {
            if (i % 5 == 0) {
                assertThat(((Skipped<Integer>) all.get(i)).failure()).hasRootCauseMessage("bad " + i);
            } else {
                assertThat(all.get(i)).isEqualTo(new Value<>(i + 1));
            }
        }
        assertThat(many.computeOutcomes(bare(), RunOptions.defaults().keepGoing()))
                .hasSize(500);
    }

    //   done --> bad ==X==> skipped
    //                never       on the same gate as bad: begun, and interrupted
    @Test
    void computeOutcomes_failFast_keepsWhatIsThereAndCancelsTheRest() {
        needsParallelism(2);
        Gate gate = new Gate();
        Delayed<Integer> done = task(() -> 1).call();
        Delayed<Integer> never = done.then(gate::pass);
        Delayed<Integer> bad = done.then(x -> failAfter(gate)).named("bad");
        List<Outcome<Integer>> all =
                gather(List.of(done, never, bad, bad.then(x -> x))).computeOutcomes(scheduler(), RunOptions.defaults());
        assertThat(all.get(0)).isEqualTo(new Value<>(1));
        assertThat(all.get(1)).isEqualTo(new Cancelled<>("task bad failed: java.io.IOException: bad"));
        assertThat(all.get(2)).isInstanceOf(Failed.class);
        assertSkipped(all.get(3), "bad");
    }

    private static int failAfter(Gate gate) throws Exception {
        gate.awaitArrival();
        return fail("bad");
    }

    //   done --> waits --> never
    private List<Outcome<Integer>> stopped(Gate gate, Scheduler on, RunOptions options) {
        Delayed<Integer> done = task(() -> 1).call();
        Delayed<Integer> waits = done.then(gate::pass);
        return gather(List.of(done, waits, waits.then(x -> x))).computeOutcomes(on, options);
    }

    private static void assertCancelled(List<Outcome<Integer>> all, String why) {
        assertThat(all.get(0)).isEqualTo(new Value<>(1));
        for (Outcome<Integer> each : all.subList(1, 3)) {
            assertThat(each).isInstanceOf(Cancelled.class);
            assertThat(((Cancelled<?>) each).why()).contains(why);
            assertThat(each.toString()).startsWith("cancelled: ").contains(why);
            assertThat(assertThrows(RunCancelledException.class, each::get)).hasMessageContaining(why);
        }
    }

    @Test
    void computeOutcomes_deadlinePasses_keepsWhatIsThere() {
        RunOptions options = RunOptions.defaults().keepGoing().deadline(brief());
        assertCancelled(stopped(new Gate(), scheduler(), options), "deadline");
    }

    @Test
    void computeOutcomes_waitingThreadInterrupted_keepsWhatIsThereAndRestoresTheFlag() throws Exception {
        Gate gate = new Gate();
        Scheduler here = scheduler();
        Caller<List<Outcome<Integer>>> caller =
                Caller.of(() -> stopped(gate, here, RunOptions.defaults().keepGoing()));
        gate.awaitArrival();
        caller.interrupt();
        assertCancelled(caller.result(), "interrupted");
        assertThat(caller.flagged()).isTrue();
    }

    @Test
    void computeOutcomes_schedulerIsClosed_keepsWhatIsThere() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Scheduler here = scheduler();
        Caller<List<Outcome<Integer>>> caller =
                Caller.of(() -> stopped(gate, here, RunOptions.defaults().keepGoing()));
        gate.awaitArrival();
        here.close();
        assertCancelled(caller.result(), "closed");
    }

    //   one --> grown --> (grows to) bad ==X==> inside      grown ==X==> skipped
    @Test
    void computeOutcomes_graphThatGrewFails_itsTaskHasFailed() {
        Delayed<Integer> one = task(() -> 1).call();
        Delayed<Integer> grown = one.thenDelayed(x -> fails("bad").then(y -> y));
        Delayed<Integer> fine = one.thenDelayed(x -> task(() -> x + 1).call());
        List<Outcome<Integer>> all = outcomes(grown, grown.then(x -> x), fine);
        assertThat(((Failed<?>) all.get(0)).failure().key()).isEqualTo(Key.of("bad"));
        assertThat(all.get(1)).isInstanceOf(Skipped.class);
        assertThat(((Skipped<?>) all.get(1)).failure().key()).isEqualTo(Key.of("bad"));
        assertThat(all.get(2)).isEqualTo(new Value<>(2));
    }

    //   one --> first --> (grows to) bad ==X==> x
    //      \--> second --> (grows to) bad ==X==> y      the same call, which runs once
    @Test
    void computeOutcomes_twoGraphsThatGrewShareAFailure_eachHasIt() {
        Tally here = calls;
        Delayed<Integer> one = task(() -> 1).call();
        Delayed<Integer> bad =
                task(() -> here.of("bad", fail("bad"))).named("bad").call();
        Delayed<Integer> first = one.thenDelayed(x -> bad.then(y -> y));
        Delayed<Integer> second = one.thenDelayed(x -> bad.then(y -> y));
        List<Outcome<Integer>> all = outcomes(first, second, second.then(x -> x));
        for (Outcome<Integer> each : all) {
            assertThat(assertThrows(TaskFailedException.class, each::get)).hasRootCauseMessage("bad");
        }
    }
}
