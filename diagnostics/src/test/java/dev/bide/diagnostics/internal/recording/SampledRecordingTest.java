package dev.bide.diagnostics.internal.recording;

import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Steps.total;
import static dev.bide.diagnostics.internal.recording.Told.MS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.event.Event.Step;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs of more tasks than have rows: counts, sums and maxima are of all tasks none the less. */
@SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
class SampledRecordingTest {
    private static final IllegalStateException BAD = new IllegalStateException("bad");

    //  fit x n
    //  \ ... /
    //   list
    //    |
    //   best
    private static Delayed<Integer> fits(int n) {
        return total("best").call(step("fit").each(IntStream.range(0, n).boxed().toList()));
    }

    private static Told ran(int mostRows, int n) {
        Told told = Told.sampled(mostRows, fits(n));
        for (int i = 1; i <= n; i++) {
            told.done("fit-" + i, "w1", 0, i == 8 ? 100 : 1);
        }
        return told.done("list", "w1", 100, 101);
    }

    private static NameTotals of(Recording recording, String name) {
        return recording.totals().stream()
                .filter(totals -> totals.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_asManyTasksAsRows_isOne() {
        assertThat(Told.sampled(12, fits(10)).recording().every()).isOne();
        assertThat(Told.sampled(11, fits(10)).recording().every()).isEqualTo(2);
        assertThat(Told.sampled(4, fits(10)).recording().every()).isEqualTo(3);
    }

    @Test
    void totals_moreTasksThanRows_areOfAllTasks() {
        Recording recording = ran(4, 10).recording();

        assertThat(recording.size()).isEqualTo(4);
        assertThat(of(recording, "fit")).isEqualTo(new NameTotals("fit", 10, 10, 0, 0, 0, 109 * MS, MS, MS, 100 * MS));
        assertThat(of(recording, "best").tasks()).isOne();
        assertThat(recording.totals()).hasSize(2);
        assertThat(recording.tasks()).isEqualTo(11);
        assertThat(recording.dependencies(3)).isEmpty();
    }

    @Test
    void totals_ofFailures_areOfAllTasks() {
        Told told = Told.sampled(4, fits(10))
                .threw(Step.RETRIED, "fit-1", 1, "w1", 0, 5, BAD)
                .threw(Step.FAILED, "fit-1", 2, "w1", 5, 6, BAD)
                .threw(Step.RETRIED, "fit-2", 1, "w1", 6, 7, BAD)
                .done("fit-2", 2, "w1", 7, 9, -1)
                .skipped("best", 9);
        Recording recording = told.recording();

        assertThat(of(recording, "fit")).isEqualTo(new NameTotals("fit", 10, 1, 1, 0, 2, 9 * MS, MS, MS, 2 * MS));
        assertThat(of(recording, "best").skipped()).isOne();
        assertThat(recording.failedAttempts()).hasSize(3);
    }

    // load -> grow => more graph than there are rows left for
    private static Told grown(int mostRows) {
        return Told.sampled(
                        mostRows, step("load").call(1).thenDelayed(x -> fits(3)).named("grow"))
                .done("load", "w1", 0, 1)
                .grew("grow", 1, "w1", 1, 3, fits(3))
                .done("fit-1", "w1", 3, 4)
                .threw(Step.RETRIED, "fit-2", 1, "w1", 4, 5, BAD)
                .done("fit-2", 2, "w2", 5, 8, -1);
    }

    @Test
    void totals_growthWithoutRows_areCountedAlone() {
        Recording recording = grown(2).recording();

        assertThat(recording.size()).isEqualTo(2);
        assertThat(recording.every()).isOne();
        assertThat(of(recording, "fit"))
                .extracting(
                        NameTotals::tasks, NameTotals::done, NameTotals::retries, NameTotals::nanos, NameTotals::max)
                .containsExactly(3L, 2L, 1L, 5 * MS, 3 * MS);
        assertThat(of(recording, "best").tasks()).isOne();
        assertThat(recording.totals()).extracting(NameTotals::name).doesNotContain("list");
        assertThat(recording.tasks()).isEqualTo(6);
        assertThat(recording.failedAttempts()).extracting(FailedAttempt::row).containsExactly(-1);
    }

    @Test
    void size_growthLargerThanTheRowsLeft_isBounded() {
        Recording recording = grown(6).recording();

        assertThat(recording.size()).isEqualTo(2);
        assertThat(recording.tasks()).isEqualTo(6);
        assertThat(grown(7).recording().size()).isEqualTo(7);
    }

    @Test
    void totals_growerInASample_isDoneOnce() {
        Recording recording = grown(1).passedOn("grow", 9).recording();

        assertThat(recording.every()).isEqualTo(2);
        assertThat(of(recording, "grow")).isEqualTo(new NameTotals("grow", 1, 1, 0, 0, 0, 2 * MS, 0, 0, 2 * MS));
        assertThat(recording.tasks()).isEqualTo(6);
    }

    //  fit x 3 -> list -> best -> grow => fit x 3 ...
    @Test
    void totals_growthOfASampledGraph_sharesItsNames() {
        Recording recording = Told.sampled(4, fits(3).thenDelayed(x -> fits(3)).named("grow"))
                .done("fit-1", "w1", 0, 1)
                .grew("grow", 1, "w1", 1, 3, fits(3))
                .recording();

        assertThat(recording.every()).isEqualTo(2);
        assertThat(of(recording, "fit").tasks()).isEqualTo(6);
        assertThat(of(recording, "best").tasks()).isEqualTo(2);
    }

    @Test
    void failedAttempts_veryMany_areBoundedAndStillCounted() {
        Told told = Told.sampled(4, fits(10));
        for (int i = 1; i <= 10_050; i++) {
            told.threw(Step.RETRIED, "fit-1", i, "w1", 0, 1, BAD);
        }

        assertThat(told.recording().failedAttempts()).hasSize(10_000);
        assertThat(of(told.recording(), "fit").retries()).isEqualTo(10_050);
    }
}
