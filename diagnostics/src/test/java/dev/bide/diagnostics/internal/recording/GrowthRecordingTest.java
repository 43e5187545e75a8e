package dev.bide.diagnostics.internal.recording;

import static dev.bide.diagnostics.internal.recording.Steps.join;
import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Told.MS;
import static dev.bide.diagnostics.internal.recording.Told.keys;
import static dev.bide.diagnostics.internal.recording.Told.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.event.Event.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows and dependencies of a graph that grew. */
@SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
class GrowthRecordingTest {
    private final Delayed<Integer> load = step("load").call(1);
    private final Delayed<Integer> grow =
            load.thenDelayed(x -> step("never").call(x)).named("grow");
    private final Delayed<Integer> end = step("end").call(grow);

    private static List<String> needs(Recording recording, String key) {
        return keys(recording, recording.dependencies(row(recording, key)));
    }

    // load -> grow -> end
    //         grow => a -> b
    private Told grown() {
        return Told.run(end)
                .done("load", "w1", 0, 2)
                .grew("grow", 1, "w1", 2, 3, step("b").call(step("a").call(2)));
    }

    @Test
    void dependencies_acrossGrowth_goThroughTheTaskThatMadeItGrow() {
        Recording recording = grown().recording();

        assertThat(needs(recording, "grow")).containsExactly("load");
        assertThat(needs(recording, "a")).containsExactly("grow");
        assertThat(needs(recording, "b")).containsExactly("a");
        assertThat(needs(recording, "end")).containsExactlyInAnyOrder("grow", "b");
    }

    @Test
    void inOrder_growth_standsBeforeWhatWaitsForIt() {
        assertThat(keys(grown().recording(), grown().recording().inOrder()))
                .containsExactly("load", "grow", "a", "b", "end");
    }

    @Test
    void grower_whoseGraphHasItsResult_keepsItsOwnTime() {
        Recording recording = grown().done("a", "w1", 3, 7)
                .done("b", "w1", 7, 9)
                .passedOn("grow", 9)
                .recording();
        int row = row(recording, "grow");

        assertThat(recording.state(row)).isEqualTo(State.DONE);
        assertThat(recording.began(row)).isEqualTo(2 * MS);
        assertThat(recording.ended(row)).isEqualTo(3 * MS);
        assertThat(recording.totals()).contains(new NameTotals("grow", 1, 1, 0, 0, 0, MS, MS, MS, MS));
    }

    @Test
    void grower_triedAgain_keepsItsAttempts() {
        Recording recording = Told.run(end)
                .done("load", "w1", 0, 2)
                .threw(Step.RETRIED, "grow", 1, "w1", 2, 3, new IllegalStateException())
                .grew("grow", 2, "w2", 4, 5, step("a").call(2))
                .done("a", "w1", 5, 7)
                .passedOn("grow", 7)
                .recording();

        assertThat(recording.attempts(row(recording, "grow"))).isEqualTo(2);
        assertThat(recording.totals()).extracting(NameTotals::retries).containsOnlyOnce(1L);
    }

    @Test
    void grower_whoseGraphFailed_isSkippedAndHasItsTime() {
        Recording recording = grown().threw(Step.FAILED, "a", 1, "w1", 3, 4, new IllegalStateException())
                .skipped("b", 4)
                .skipped("grow", 4)
                .skipped("end", 4)
                .recording();
        int row = row(recording, "grow");

        assertThat(recording.state(row)).isEqualTo(State.SKIPPED);
        assertThat(recording.time(row)).isEqualTo(MS);
        assertThat(recording.totals()).contains(new NameTotals("grow", 1, 0, 0, 1, 0, MS, MS, MS, MS));
    }

    // load -> grow -> end        grow => more, which needs load alone
    //   \________________more
    @Test
    void dependencies_onlyOfEarlierTasks_stillWaitForTheGrower() {
        Recording recording = Told.run(end)
                .done("load", "w1", 0, 2)
                .grew("grow", 1, "w1", 2, 3, step("more").call(load))
                .recording();

        assertThat(needs(recording, "more")).containsExactlyInAnyOrder("load", "grow");
        assertThat(recording.size()).isEqualTo(4);
    }

    // load -> grow -> end        grow => join of load and a
    @Test
    void dependencies_ofOldAndNewTasks_areBoth() {
        Recording recording = Told.run(end)
                .done("load", "w1", 0, 2)
                .grew("grow", 1, "w1", 2, 3, join("both").call(load, step("a").call(2)))
                .recording();

        assertThat(needs(recording, "both")).containsExactlyInAnyOrder("load", "a");
        assertThat(needs(recording, "end")).containsExactlyInAnyOrder("grow", "both");
    }

    // load -> grow -> end        grow => again => a
    @Test
    void dependencies_ofGrowthThatGrows_areFollowedToItsEnd() {
        Delayed<Integer> again =
                step("b").call(2).thenDelayed(x -> step("never").call(x)).named("again");
        Recording recording = Told.run(end)
                .done("load", "w1", 0, 2)
                .grew("grow", 1, "w1", 2, 3, again)
                .done("b", "w1", 3, 4)
                .grew("again", 1, "w1", 4, 5, step("a").call(2))
                .recording();

        assertThat(needs(recording, "end")).containsExactlyInAnyOrder("grow", "again", "a");
        assertThat(keys(recording, recording.inOrder())).containsExactly("load", "grow", "b", "again", "a", "end");
    }

    // load -> grow -> end        grow => load itself
    @Test
    void dependencies_growthThatIsAnEarlierTask_addsNothing() {
        Recording recording = Told.run(end)
                .done("load", "w1", 0, 2)
                .grew("grow", 1, "w1", 2, 3, load)
                .recording();

        assertThat(recording.size()).isEqualTo(3);
        assertThat(needs(recording, "end")).containsExactlyInAnyOrder("load", "grow");
    }
}
