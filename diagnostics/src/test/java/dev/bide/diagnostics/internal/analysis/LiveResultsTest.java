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

class LiveResultsTest {
    private final Delayed<Integer> load = step("load").call(1);
    private final Delayed<Integer> fit = step("fit").call(load);

    // load -> fit -> score
    //   \____________/
    @Test
    void count_result_livesUntilItsLastDependentHasRun() {
        Recording recording = Told.run(join("score").call(load, fit))
                .done("load", 1, "w1", 0, 1, 100)
                .done("fit", 1, "w1", 2, 3, 20)
                .done("score", 1, "w1", 4, 6, 3)
                .ended(10)
                .recording();
        LiveResults live = LiveResults.of(recording, 10);

        assertThat(live.bucket()).isEqualTo(MS);
        assertThat(live.count()).containsExactly(0, 1, 1, 2, 2, 2, 3, 1, 1, 1);
        assertThat(live.bytes()).containsExactly(0, 100, 100, 120, 120, 120, 123, 3, 3, 3);
    }

    // load -> fit
    @Test
    void count_dependentThatNeverRan_keepsTheResult() {
        Recording recording = Told.run(fit).done("load", "w1", 0, 1).ended(4).recording();

        assertThat(LiveResults.of(recording, 4).count()).containsExactly(0, 1, 1, 1);
    }

    // load -> fit (throws)
    @Test
    void count_taskThatFailed_hasNoResult() {
        Recording recording = Told.run(fit)
                .done("load", "w1", 0, 1)
                .threw(Step.FAILED, "fit", 1, "w1", 1, 2, new IllegalStateException())
                .ended(4)
                .recording();

        assertThat(LiveResults.of(recording, 4).count()).containsExactly(0, 1, 1, 0);
    }

    // fit-1  fit-2
    //    \   /
    //    list
    //      |
    //    best
    @Test
    void count_resultsInAList_liveAsLongAsTheList() {
        Recording recording = Told.run(total("best").call(step("fit").each(List.of(1, 2))))
                .done("fit-1", "w1", 0, 1)
                .done("fit-2", "w2", 0, 1)
                .done("list", "w2", 2, 2)
                .done("best", "w2", 2, 6)
                .ended(8)
                .recording();

        assertThat(LiveResults.of(recording, 8).count()).containsExactly(0, 2, 2, 2, 2, 2, 3, 1);
    }

    // fit-1  fit-2
    //    \   /
    //    list
    @Test
    void count_resultsInTheListAskedFor_liveToTheEnd() {
        Recording recording = Told.run(step("fit").each(List.of(1, 2)))
                .done("fit-1", "w1", 0, 1)
                .done("fit-2", "w2", 0, 1)
                .done("list", "w2", 2, 2)
                .ended(4)
                .recording();

        assertThat(LiveResults.of(recording, 4).count()).containsExactly(0, 2, 2, 2);
    }
}
