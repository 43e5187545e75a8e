package dev.bide.diagnostics.internal.analysis;

import static dev.bide.diagnostics.internal.recording.Steps.join;
import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Steps.total;
import static dev.bide.diagnostics.internal.recording.Told.MS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.Told;
import dev.bide.event.Event.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
class CriticalPathTest {
    private static List<String> keys(Recording recording) {
        return CriticalPath.of(recording).rows().stream()
                .map(row -> recording.key(row).name())
                .toList();
    }

    private static long length(Recording recording) {
        return CriticalPath.of(recording).length() / MS;
    }

    //   load
    //   /  \
    // fit  scale
    //   \  /
    //   score
    private static Told diamond() {
        Delayed<Integer> load = step("load").call(1);
        return Told.run(join("score").call(step("fit").call(load), step("scale").call(load)));
    }

    @Test
    void of_twoBranches_takesTheLonger() {
        Recording recording = diamond()
                .done("load", "w1", 0, 2)
                .done("fit", "w1", 2, 10)
                .done("scale", "w2", 2, 5)
                .done("score", "w1", 20, 21)
                .ended(25)
                .recording();

        assertThat(keys(recording)).containsExactly("load", "fit", "score");
        assertThat(length(recording)).isEqualTo(11);
    }

    @Test
    void of_failedRun_endsWithTheLongestChainThatRan() {
        Recording recording = diamond()
                .done("load", "w1", 0, 2)
                .threw(Step.FAILED, "fit", 1, "w1", 2, 10, new IllegalStateException())
                .done("scale", "w2", 2, 5)
                .recording();

        assertThat(keys(recording)).containsExactly("load", "fit");
        assertThat(length(recording)).isEqualTo(10);
    }

    @Test
    void of_nothingRun_isEmpty() {
        assertThat(CriticalPath.of(diamond().ended(1).recording())).isEqualTo(new CriticalPath(List.of(), 0));
    }

    // fit-1  fit-2
    //    \   /
    //    list
    //      |
    //    best
    @Test
    void of_pathThroughAList_leavesTheListOut() {
        Recording recording = Told.run(total("best").call(step("fit").each(List.of(1, 2))))
                .done("fit-1", "w1", 0, 1)
                .done("fit-2", "w2", 0, 3)
                .done("list", "w2", 3, 3)
                .done("best", "w2", 3, 4)
                .recording();

        assertThat(keys(recording)).containsExactly("fit-2", "best");
        assertThat(length(recording)).isEqualTo(4);
    }

    // load -> grow -> end
    //         grow => a -> b
    @Test
    void of_graphThatGrew_goesThroughWhatItGrewBy() {
        Delayed<Integer> grow =
                step("load").call(1).thenDelayed(x -> step("a").call(x)).named("grow");
        Recording recording = Told.run(step("end").call(grow))
                .done("load", "w1", 0, 2)
                .grew("grow", 1, "w1", 2, 3, step("b").call(step("a").call(2)))
                .done("a", "w1", 3, 7)
                .done("b", "w1", 7, 12)
                .passedOn("grow", 12)
                .done("end", "w1", 12, 13)
                .ended(13)
                .recording();

        assertThat(keys(recording)).containsExactly("load", "grow", "a", "b", "end");
        assertThat(length(recording)).isEqualTo(13);
    }

    // step-1 -> ... -> step-100000
    @Test
    void of_veryLongChain_needsNoStack() {
        Delayed<Integer> last = step("step").call(1);
        for (int i = 1; i < 100_000; i++) {
            last = step("step").call(last);
        }
        Recording recording = Told.run(last).done("step-100000", "w1", 0, 1).recording();

        assertThat(length(recording)).isOne();
    }
}
