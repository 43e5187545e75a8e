package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.DelayedList;
import dev.bide.Task1;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lines of the first 100 calls of a task are taken, those of the others are not. */
class CallLineBudgetTest {
    static int load(String file) {
        return file.length();
    }

    private static long linesTaken(DelayedList<?> calls) {
        return IntStream.range(0, calls.size())
                .filter(i -> ((Node) calls.get(i)).site() != null)
                .count();
    }

    @Test
    void site_manyCallsOfOneTask_isTakenForTheFirst100() {
        Task1<String, Integer> load = task(CallLineBudgetTest::load);
        DelayedList<Integer> calls = load.each(Collections.nCopies(300, "a"));

        assertThat(linesTaken(calls)).isEqualTo(100);
        assertThat(((Node) calls.get(99)).site()).isNotNull();
        assertThat(((Node) calls.get(100)).site()).isNull();
    }

    @Test
    void taskSite_callBeyondTheBudget_isStillKnown() {
        Task1<String, Integer> load = task(CallLineBudgetTest::load);
        DelayedList<Integer> calls = load.each(Collections.nCopies(300, "a"));

        assertThat(((Node) calls.get(299)).taskSite()).isSameAs(((Task) load).site());
        assertThat(calls.get(299)).hasToString("Delayed load");
    }

    @Test
    void site_twoTasksOfOneFunction_haveABudgetEach() {
        Task1<String, Integer> load = task(CallLineBudgetTest::load);
        DelayedList<Integer> calls = load.each(Collections.nCopies(300, "a"));
        DelayedList<Integer> others = load.named("other").each(Collections.nCopies(300, "a"));

        assertThat(List.of(linesTaken(calls), linesTaken(others))).containsExactly(100L, 100L);
    }

    @Test
    void site_manyCallsOfOneLambdaWithoutATask_isTakenForTheFirst100() {
        Fn1<String, Integer> length = text -> text.length();
        List<? extends Node> calls =
                IntStream.range(0, 300).mapToObj(i -> on("a").call(length)).toList();

        assertThat(calls.stream().filter(call -> call.site() != null)).hasSize(100);
        assertThat(calls.get(299).taskSite()).isSameAs(calls.get(0).taskSite()).isNotNull();
    }
}
