package dev.bide.diagnostics.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.diagnostics.internal.analysis.CriticalPath;
import dev.bide.diagnostics.internal.picture.Graphs;
import dev.bide.diagnostics.internal.recording.Recording;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static Lanes lanes(Recording recording, Shown shown) {
        return Lanes.of(recording, shown);
    }

    private static Shown shown(Recording recording) {
        return Shown.of(recording, CriticalPath.of(recording));
    }

    @Test
    void of_fewWorkers_eachHasALaneInTheOrderOfTheirNumbers() {
        Recording recording = new SimulatedRun(Graphs.crossValidation(3, 30), 11).recording();
        Shown shown = shown(recording);
        Lanes lanes = lanes(recording, shown);
        assertThat(lanes.packed()).isFalse();
        assertThat(lanes.labels()).hasSize(11).startsWith("bide-1", "bide-2").endsWith("bide-10", "bide-11");
        for (int i = 0; i < shown.ran(); i++) {
            int row = shown.rows()[i];
            if (!recording.gathers(row)) {
                assertThat(lanes.labels().get(lanes.ofRow()[i]))
                        .isEqualTo(recording.workers().get(recording.worker(row)));
            }
        }
    }

    @Test
    void of_aThreadForEachTask_asManyLanesAsRanAtOnceAndNoTwoTasksInOne() {
        Recording recording = new SimulatedRun(Graphs.crossValidation(3, 60), 40)
                .threadForEachTask()
                .recording();
        Shown shown = shown(recording);
        Lanes lanes = lanes(recording, shown);
        assertThat(lanes.packed()).isTrue();
        assertThat(lanes.crowded()).isFalse();
        assertThat(lanes.labels()).hasSizeLessThanOrEqualTo(40);
        long[] until = new long[lanes.labels().size()];
        for (int i = 0; i < shown.ran(); i++) {
            int row = shown.rows()[i];
            if (!recording.gathers(row)) {
                assertThat(recording.began(row)).isGreaterThanOrEqualTo(until[lanes.ofRow()[i]]);
                until[lanes.ofRow()[i]] = recording.ended(row);
            }
        }
    }

    @Test
    void of_moreAtOnceThanThereAreLanes_saysThatTheyLieOverEachOther() {
        Recording recording = new SimulatedRun(Graphs.crossValidation(1, 400), 400)
                .threadForEachTask()
                .recording();
        assertThat(lanes(recording, shown(recording)).crowded()).isTrue();
    }
}
