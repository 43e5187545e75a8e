package dev.bide.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.graph.Fn0;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks in another JVM use the fixtures of this one. */
class FixturesElsewhereTest {
    private static OtherJvm elsewhere;

    @BeforeAll
    static void startJvm() throws Exception {
        elsewhere = OtherJvm.start();
    }

    @AfterAll
    static void endJvm() {
        elsewhere.close();
    }

    private static <T> Caller<T> calling(Fn0<T> function) {
        return Caller.of(() -> elsewhere.call(function));
    }

    @Test
    void call_function_runsInTheOtherJvm() throws Exception {
        assertThat(elsewhere.call(() -> ProcessHandle.current().pid()))
                .isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void tally_countedElsewhere_countsHere() throws Exception {
        Tally tally = new Tally();
        assertThat(elsewhere.call(() -> tally.of("one", 7))).isEqualTo(7);
        assertThat(elsewhere.call(() -> tally.next("one"))).isEqualTo(2);
        assertThat(elsewhere.call(() -> tally.of("one"))).isEqualTo(2);
        assertThat(tally.counts()).isEqualTo(Map.of("one", 2));
    }

    @Test
    void tally_askedForEverythingElsewhere_refuses() {
        Tally tally = new Tally();
        assertThat(assertThrows(IllegalStateException.class, () -> elsewhere.call(() -> tally.total())))
                .hasMessage("ask the Tally in the test, not in a task");
    }

    @Test
    void flaky_calledElsewhere_numbersTheCallsOfAll() throws Exception {
        Flaky flaky = Flaky.until(3);
        assertThat(assertThrows(IOException.class, () -> elsewhere.call(flaky::call)))
                .hasMessage("attempt 1");
        assertThat(assertThrows(IOException.class, flaky::call)).hasMessage("attempt 2");
        assertThat(elsewhere.call(flaky::call)).isEqualTo(3);
        assertThat(flaky.gaps()).hasSize(2);
    }

    @Test
    void calls_calledElsewhere_countAndFailHere() throws Exception {
        Calls calls = new Calls(Set.of(2));
        assertThat(elsewhere.call(() -> calls.call(1, "x"))).isEqualTo(Calls.result(1, "x"));
        Calls.DrawnFailure failure =
                assertThrows(Calls.DrawnFailure.class, () -> elsewhere.call(() -> calls.call(2, "x")));
        assertThat(failure.task).isEqualTo(2);
        assertThat(calls.take()).isEqualTo(Map.of(1, 1, 2, 1));
    }

    @Test
    void notesAndErrands_usedElsewhere_areHere() throws Exception {
        Notes notes = new Notes();
        Errand errand = new Errand(() -> notes.all().size());
        assertThat(elsewhere.call(() -> notes.add("first") + errand.run())).isEqualTo("first1");
        assertThat(notes.all()).containsExactly("first");
    }

    @Test
    void crowd_visitedElsewhere_knowsWhoIsInside() throws Exception {
        Crowd crowd = new Crowd();
        crowd.enter();
        assertThat(elsewhere.call(() -> crowd.visit(1))).isEqualTo(1);
        assertThat(crowd.most()).isEqualTo(2);
        assertThat(crowd.all()).isEqualTo(2);
    }

    @Test
    void gate_opened_letsTheOtherJvmPass() throws Exception {
        Gate gate = new Gate();
        Caller<Integer> passes = calling(() -> gate.pass(1));
        gate.awaitArrival();
        gate.open();
        assertThat(passes.result()).isEqualTo(1);
    }

    @Test
    void gate_openedElsewhere_isOpenHere() throws Exception {
        Gate gate = new Gate();
        elsewhere.call(() -> {
            gate.open();
            return 1;
        });
        assertThat(gate.pass(2)).isEqualTo(2);
        assertThat(elsewhere.call(gate::reached)).isTrue();
    }

    @Test
    void pass_interruptedElsewhere_throwsInterruptedException() throws Exception {
        Gate gate = new Gate();
        Caller<Integer> passes = calling(() -> gate.pass(1));
        gate.awaitArrival();
        passes.interrupt();
        assertThat(passes.thrown()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void pass_interruptedBeforehand_arrivesAndThrows() {
        Gate gate = new Gate();
        assertThrows(
                InterruptedException.class,
                () -> elsewhere.call(() -> {
                    Thread.currentThread().interrupt();
                    return gate.pass(1);
                }));
        assertThat(gate.reached()).isTrue();
    }

    @Test
    void passDeaf_interruptedElsewhere_waitsOn() throws Exception {
        Gate gate = new Gate();
        Gate interrupted = new Gate();
        Caller<Integer> deaf = calling(() -> gate.passDeaf(1));
        Caller<Integer> hears = calling(() -> interrupted.pass(2));
        gate.awaitArrival();
        interrupted.awaitArrival();
        deaf.interrupt();
        hears.interrupt();
        assertThat(hears.thrown()).isInstanceOf(InterruptedException.class);
        gate.open();
        assertThat(deaf.result()).isEqualTo(1);
    }

    @Test
    void meet_someHereSomeElsewhere_waitForAll() throws Exception {
        Gate gate = new Gate(3);
        Caller<Integer> one = calling(() -> gate.meet(1));
        Caller<Integer> other = calling(() -> gate.meet(2));
        assertThat(gate.meet(3)).isEqualTo(3);
        assertThat(one.result() + other.result()).isEqualTo(3);
    }

    @Test
    void ask_threadIsInterrupted_isAnsweredAndStaysInterrupted() throws Exception {
        Tally tally = new Tally();
        assertThat(elsewhere.call(() -> {
                    Thread.currentThread().interrupt();
                    int number = tally.next("asked");
                    return Thread.interrupted() ? number : -1;
                }))
                .isEqualTo(1);
    }

    @Test
    void tally_countedByManyThreadsElsewhere_losesNone() throws Exception {
        Tally tally = new Tally();
        var all = IntStream.range(0, 8)
                .mapToObj(i -> calling(() -> IntStream.range(0, 100)
                        .map(n -> tally.next("many"))
                        .max()
                        .orElse(0)))
                .toList();
        for (Caller<Integer> each : all) {
            assertThat(each.result()).isBetween(100, 800);
        }
        assertThat(tally.of("many")).isEqualTo(800);
    }
}
