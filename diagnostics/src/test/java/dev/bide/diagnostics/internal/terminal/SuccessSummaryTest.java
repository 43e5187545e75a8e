package dev.bide.diagnostics.internal.terminal;

import static dev.bide.Bide.value;
import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Steps.total;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.diagnostics.internal.recording.Told;
import dev.bide.event.Event.Step;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a run that has its result. */
class SuccessSummaryTest {
    // fit-1 .. fit-n
    //    \   /
    //    list
    //      |
    //    best
    private static Told fits(int n) {
        return Told.run(total("best")
                .call(step("fit").each(IntStream.range(0, n).boxed().toList())));
    }

    @Test
    void of_run_saysHowLongItTookAndWhy() {
        Told told = fits(2).threw(Step.RETRIED, "fit-1", 1, "w1", 0, 1, new IllegalStateException())
                .done("fit-1", 2, "w1", 1, 300, -1)
                .done("fit-2", "w2", 0, 1_000)
                .done("list", "w2", 1_000, 1_000)
                .done("best", "w2", 1_000, 1_010)
                .ended(1_040);

        assertThat(Summary.of(told.recording("nested-cv"), null))
                .containsExactly(
                        "✔ nested-cv: 3 tasks in 1.04 s   (1 retry)",
                        "  parallelism 1.3 of 2 · critical path 1.01 s: fit-2 (1 s) → best",
                        "  fit is 99 % of the time (2×, p50 299 ms, p95 1 s, max 1 s)");
    }

    // step-1 -> ... -> step-n
    private static Told chain(int length, int longest) {
        Delayed<Integer> last = step("step").call(0);
        for (int i = 1; i < length; i++) {
            last = step("step").call(last);
        }
        Told told = Told.run(last);
        long at = 0;
        for (int i = 1; i <= length; i++) {
            told.done("step-" + i, "w1", at, at += i == longest ? 20 : 1);
        }
        return told.ended(at);
    }

    @Test
    void of_longCriticalPath_isCutAroundItsLongestTask() {
        assertThat(Summary.of(chain(100, 50).recording(), null).get(1))
                .endsWith("critical path 119 ms: step-1 → step-2 → step-3 → … → step-50 (20 ms) → … → step-100");
        assertThat(Summary.of(chain(100, 4).recording(), null).get(1))
                .endsWith("step-1 → step-2 → step-3 → step-4 (20 ms) → … → step-100");
        assertThat(Summary.of(chain(6, 6).recording(), null).get(1))
                .endsWith("step-1 → step-2 → step-3 → step-4 → step-5 → step-6 (20 ms)");
    }

    @Test
    void of_runOfOneName_saysNothingOfShares() {
        assertThat(Summary.of(chain(3, 2).recording(), null)).hasSize(2);
    }

    @Test
    void of_runWithAReport_namesIt() {
        assertThat(Summary.of(chain(3, 2).recording(), Path.of("report.html")))
                .last()
                .isEqualTo("  report report.html");
    }

    // 7
    @Test
    void of_valueAlone_isSaidInAFewWords() {
        assertThat(Summary.of(Told.run(value(7)).ended(1).recording("seven"), null))
                .containsExactly("✔ seven: 1 task in 1 ms");
    }
}
