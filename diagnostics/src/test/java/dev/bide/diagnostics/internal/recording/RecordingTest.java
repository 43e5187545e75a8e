package dev.bide.diagnostics.internal.recording;

import static dev.bide.diagnostics.internal.recording.Steps.join;
import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Steps.total;
import static dev.bide.diagnostics.internal.recording.Told.MS;
import static dev.bide.diagnostics.internal.recording.Told.keys;
import static dev.bide.diagnostics.internal.recording.Told.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.event.Event.Step;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final Throwable BAD = new IllegalStateException("bad");

    //   load
    //   /  \
    // fit  scale
    //   \  /
    //   score
    private static Delayed<Integer> diamond() {
        Delayed<Integer> load = step("load").call(1);
        return join("score").call(step("fit").call(load), step("scale").call(load));
    }

    private static Told halfway() {
        return Told.run(diamond())
                .done("load", 1, "w1", 1, 3, 512)
                .threw(Step.RETRIED, "fit", 1, "w2", 3, 4, BAD)
                .done("scale", "w1", 3, 9);
    }

    @Test
    void rows_ofAGraph_standAfterTheirDependencies() {
        Recording recording = halfway().recording();

        assertThat(keys(recording, IntStream.range(0, 4).toArray()))
                .containsExactlyInAnyOrder("load", "fit", "scale", "score");
        assertThat(keys(recording, recording.dependencies(row(recording, "score"))))
                .containsExactly("fit", "scale");
        assertThat(recording.dependencies(row(recording, "load"))).isEmpty();
        assertThat(recording.inOrder()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void task_thatIsDone_hasItsTimesWorkerAndSize() {
        Recording recording = halfway().recording();
        int load = row(recording, "load");

        assertThat(recording.state(load)).isEqualTo(State.DONE);
        assertThat(recording.began(load)).isEqualTo(MS);
        assertThat(recording.ended(load)).isEqualTo(3 * MS);
        assertThat(recording.time(load)).isEqualTo(2 * MS);
        assertThat(recording.bytes(load)).isEqualTo(512);
        assertThat(recording.attempts(load)).isOne();
        assertThat(recording.workers().get(recording.worker(load))).isEqualTo("w1");
        assertThat(recording.name(load))
                .isEqualTo("load")
                .isEqualTo(recording.names().get(recording.group(load)));
        assertThat(recording.taskSite(load)).isNotNull();
    }

    @Test
    void task_thatHasNotRun_hasNothing() {
        Recording recording = halfway().recording();
        int score = row(recording, "score");

        assertThat(recording.state(score)).isEqualTo(State.WAITING);
        assertThat(recording.began(score)).isEqualTo(-1);
        assertThat(recording.ended(score)).isEqualTo(-1);
        assertThat(recording.time(score)).isZero();
        assertThat(recording.worker(score)).isEqualTo(-1);
        assertThat(recording.attempts(score)).isZero();
        assertThat(recording.bytes(score)).isEqualTo(-1);
    }

    @Test
    void run_underWay_isNotOver() {
        Recording recording = halfway().recording();

        assertThat(recording.over()).isFalse();
        assertThat(recording.failure()).isNull();
        assertThat(recording.failures()).isEmpty();
        assertThat(recording.state(row(recording, "fit"))).isEqualTo(State.RUNNING);
        assertThat(recording.at()).isEqualTo(Instant.EPOCH);
        assertThat(recording.workers()).containsExactly("w1", "w2");
        assertThat(recording.title()).isEqualTo("score");
    }

    @Test
    void run_thatEnded_hasItsTimeAndTitle() {
        Recording recording = halfway().ended(12).recording("nested-cv", new HeapSample(0, 7));

        assertThat(recording.over()).isTrue();
        assertThat(recording.elapsed()).isEqualTo(12 * MS);
        assertThat(recording.title()).isEqualTo("nested-cv");
        assertThat(recording.heap()).containsExactly(new HeapSample(0, 7));
    }

    @Test
    void task_triedAgain_hasItsLastAttempt() {
        Recording recording = halfway().done("fit", 2, "w3", 5, 9, -1).ended(12).recording();
        int fit = row(recording, "fit");

        assertThat(recording.state(fit)).isEqualTo(State.DONE);
        assertThat(recording.attempts(fit)).isEqualTo(2);
        assertThat(recording.began(fit)).isEqualTo(5 * MS);
        assertThat(recording.bytes(fit)).isEqualTo(-1);
        assertThat(recording.failedAttempts()).containsExactly(new FailedAttempt(fit, 1, "w2", 3 * MS, 4 * MS, BAD));
    }

    @Test
    void task_leftInAStoppedRun_isSkippedOrCancelled() {
        Told told = Told.run(diamond()).done("load", "w1", 0, 1).threw(Step.FAILED, "fit", 1, "w2", 5, 6, BAD);
        Recording recording = told.ended(7, told.failure("fit", 1)).recording();

        assertThat(recording.state(row(recording, "fit"))).isEqualTo(State.FAILED);
        assertThat(recording.state(row(recording, "score"))).isEqualTo(State.SKIPPED);
        assertThat(recording.state(row(recording, "scale"))).isEqualTo(State.CANCELLED);
        assertThat(recording.failures()).hasSize(1).first().isSameAs(recording.failure());
    }

    @Test
    void task_skippedInARunThatGoesOn_hasNeverBegun() {
        Recording recording = halfway().skipped("score", 8).recording();
        int score = row(recording, "score");

        assertThat(recording.state(score)).isEqualTo(State.SKIPPED);
        assertThat(recording.began(score)).isEqualTo(-1);
        assertThat(recording.worker(score)).isEqualTo(-1);
    }

    //  fit x 20
    //  \ .. /
    //   list
    //    |
    //   best
    @Test
    void totals_byName_countAllButLists() {
        Told told = Told.run(total("best")
                .call(step("fit").each(IntStream.range(0, 20).boxed().toList())));
        for (int i = 1; i <= 20; i++) {
            told.done("fit-" + i, "w1", 0, i);
        }
        Recording recording = told.done("list", "w1", 20, 20).recording();

        assertThat(recording.totals())
                .containsExactly(
                        new NameTotals("fit", 20, 20, 0, 0, 0, 210 * MS, 10 * MS, 19 * MS, 20 * MS),
                        new NameTotals("best", 1, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(recording.tasks()).isEqualTo(21);
        assertThat(recording.size()).isEqualTo(22);
        assertThat(recording.gathers(row(recording, "list"))).isTrue();
    }

    @Test
    void totals_ofFailures_countEachOnce() {
        Recording recording = halfway()
                .threw(Step.FAILED, "fit", 2, "w2", 5, 6, BAD)
                .skipped("score", 7)
                .recording();

        assertThat(recording.totals())
                .contains(
                        new NameTotals("fit", 1, 0, 1, 0, 1, 2 * MS, MS, MS, MS),
                        new NameTotals("score", 1, 0, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void busy_taskTriedAgain_isTheTimeOfAllItsAttempts() {
        Recording recording = halfway().done("fit", 2, "w2", 4, 6, -1).recording();
        int fit = row(recording, "fit");

        assertThat(recording.time(fit)).isEqualTo(2 * MS);
        assertThat(recording.busy(fit)).isEqualTo(3 * MS);
        assertThat(recording.busySince(fit)).isEqualTo(3 * MS);
        assertThat(recording.busy(row(recording, "score"))).isZero();
    }

    @Test
    void attempts_moreThanFit_stayAtTheMost() {
        Recording recording = halfway().done("fit", 1000, "w2", 5, 6, -1).recording();

        assertThat(recording.attempts(row(recording, "fit"))).isEqualTo(255);
        assertThat(recording.workers().get(recording.worker(row(recording, "fit"))))
                .isEqualTo("w2");
    }

    @Test
    void recording_beforeTheRunBegan_isRefused() {
        assertThatThrownBy(() -> new Recorder().recording(null, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the run has not begun");
    }
}
