package dev.bide.diagnostics.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.diagnostics.internal.analysis.CriticalPath;
import dev.bide.diagnostics.internal.picture.Graphs;
import dev.bide.diagnostics.internal.recording.FailedAttempt;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.State;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownTest {
    private final Recording recording = new SimulatedRun(Graphs.crossValidation(4, 1_000), 8)
            .retried(0.2)
            .keepGoing()
            .failing(RunGraphs.failureOf("fit-1234"))
            .recording();
    private final CriticalPath path = CriticalPath.of(recording);

    @Test
    void of_fewerThanFit_showsAllByTheTimeTheyBegan() {
        Shown shown = Shown.of(recording, path, recording.size());
        assertThat(shown.share()).isEqualTo(1);
        assertThat(shown.rows()).hasSize(recording.size()).doesNotHaveDuplicates();
        assertThat(Arrays.stream(shown.rows()).limit(shown.ran()).mapToObj(recording::began))
                .isSorted()
                .allMatch(began -> began >= 0);
        assertThat(Arrays.stream(shown.rows()).skip(shown.ran())).allMatch(row -> recording.began(row) < 0);
    }

    @Test
    void of_moreThanFit_keepsWhatIsRemarkableAndAnEvenShareOfTheOthers() {
        Shown shown = Shown.of(recording, path, 1_000);
        List<Integer> rows = Arrays.stream(shown.rows()).boxed().toList();
        assertThat(rows).hasSizeBetween(990, 1_000).doesNotHaveDuplicates().containsAll(path.rows());
        assertThat(rows)
                .containsAll(recording.failedAttempts().stream()
                        .map(FailedAttempt::row)
                        .toList());
        assertThat(rows)
                .containsAll(IntStream.range(0, recording.size())
                        .filter(row -> recording.state(row) == State.FAILED)
                        .boxed()
                        .toList());
        for (int from = 0; from + 800 < recording.size(); from += 800) {
            int start = from;
            assertThat(rows.stream().filter(row -> row >= start && row < start + 800))
                    .hasSizeGreaterThan(50);
        }
    }

    @Test
    void places_hiddenRow_hasNone() {
        Shown shown = new Shown(new int[] {4, 2}, 2, 0.5);
        assertThat(shown.places(5)).containsExactly(-1, -1, 1, -1, 0);
    }
}
