package dev.bide.diagnostics.internal.analysis;

import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Steps.total;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.diagnostics.internal.recording.Told;
import dev.bide.event.Event.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
    // fit-1 .. fit-n
    //    \   /
    //    list
    //      |
    //    best
    private static Delayed<Integer> fits(int n) {
        return total("best").call(step("fit").each(IntStream.range(0, n).boxed().toList()));
    }

    // w1  1111111111bbb
    // w2  2222222222...
    @Test
    void of_oneTaskThatAllWaitFor_saysWhatMoreWorkersCannotBeat() {
        List<String> found = Findings.of(Told.run(fits(4))
                .done("fit-1", "w1", 0, 100)
                .done("fit-2", "w2", 0, 100)
                .done("fit-3", "w1", 100, 200)
                .done("fit-4", "w2", 100, 200)
                .done("list", "w1", 200, 200)
                .done("best", "w1", 200, 230)
                .ended(250)
                .recording());

        assertThat(found)
                .containsExactly(
                        "fit is 93 % of the time (4×, p50 100 ms, p95 100 ms, max 100 ms)",
                        "the critical path is 130 ms of 250 ms: more workers cannot beat 130 ms",
                        "1 worker idle 30 ms waiting for best");
    }

    @Test
    void of_chainThatIsTheWholeRun_saysThatWorkersCannotHelp() {
        Delayed<Integer> chain = step("b").call(step("a").call(1));
        List<String> found = Findings.of(Told.run(chain)
                .done("a", "w1", 0, 60)
                .done("b", "w1", 60, 99)
                .ended(100)
                .recording());

        assertThat(found)
                .containsExactly(
                        "a is 61 % of the time (1×, p50 60 ms, p95 60 ms, max 60 ms)",
                        "the critical path is 99 ms of 100 ms: more workers cannot help, shorter tasks on it can");
    }

    @Test
    void of_busyWorkersAndAShortPath_saysThatMoreWorkersWouldHelp() {
        Told told = Told.run(fits(6));
        for (int i = 1; i <= 6; i++) {
            told.done("fit-" + i, i % 2 == 0 ? "w1" : "w2", (i - 1) / 2 * 100, (i + 1) / 2 * 100);
        }

        assertThat(Findings.of(told.done("best", "w1", 300, 310).ended(320).recording()))
                .contains("the critical path is 110 ms of 320 ms: more workers would help");
    }

    @Test
    void of_idleWorkersAndAShortPath_promisesNothingOfMoreWorkers() {
        List<String> found = Findings.of(Told.run(fits(2))
                .done("fit-1", "w1", 0, 10)
                .done("fit-2", "w2", 0, 10)
                .done("best", "w1", 10, 20)
                .ended(1_000)
                .recording());

        assertThat(found).noneMatch(finding -> finding.contains("more workers"));
    }

    @Test
    void of_oneTaskMuchLongerThanItsLike_namesIt() {
        Told told = Told.run(fits(5));
        for (int i = 1; i <= 5; i++) {
            told.done("fit-" + i, "w" + i, 0, i == 4 ? 1_000 : 100);
        }

        assertThat(Findings.of(told.ended(1_000).recording()))
                .contains("the longest fit takes 10 times the median: fit-4, 1 s");
    }

    @Test
    void of_triedAgain_saysWhatThatCost() {
        IllegalStateException bad = new IllegalStateException();
        List<String> found = Findings.of(Told.run(fits(2))
                .threw(Step.RETRIED, "fit-1", 1, "w1", 0, 20, bad)
                .threw(Step.RETRIED, "fit-1", 2, "w1", 20, 50, bad)
                .done("fit-1", 3, "w1", 50, 100, -1)
                .done("fit-2", "w2", 0, 100)
                .ended(100)
                .recording());

        assertThat(found).contains("attempts that failed took 50 ms: fit was tried again 2 times");
    }

    @Test
    void of_manySmallTasks_proposesLargerOnes() {
        Told told = Told.run(fits(1_000));
        for (int i = 1; i <= 1_000; i++) {
            told.done("fit-" + i, "w1", i, i);
        }

        assertThat(Findings.of(
                        told.done("best", "w1", 1_000, 1_001).ended(1_001).recording()))
                .contains("a task takes 999 ns on average: several calls in one task would leave less to schedule");
    }

    @Test
    void of_runOfNothing_findsNothing() {
        assertThat(Findings.of(Told.run(fits(2)).ended(1).recording())).isEmpty();
    }
}
