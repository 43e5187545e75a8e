package dev.bide.diagnostics.internal.analysis;

import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Steps.total;
import static dev.bide.diagnostics.internal.recording.Told.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many tasks ran at a time, and the task that ran alone. */
class ParallelismTest {
    // fit-1  fit-2  fit-3
    //    \     |     /
    //         list
    //          |
    //        best
    private static Told fits() {
        return Told.run(total("best").call(step("fit").each(List.of(1, 2, 3))));
    }

    // w1  1111111111....bbbb
    // w2  22222333..........
    private static Recording recording() {
        return fits().done("fit-1", "w1", 0, 10)
                .done("fit-2", "w2", 0, 5)
                .done("fit-3", "w2", 5, 8)
                .done("list", "w1", 10, 14)
                .done("best", "w1", 14, 18)
                .ended(20)
                .recording();
    }

    @Test
    void busy_inEachStretch_isTheAverageOfTheRunningTasks() {
        Parallelism parallelism = Parallelism.of(recording(), 4);

        assertThat(parallelism.bucket()).isEqualTo(5 * MS);
        assertThat(parallelism.busy()).containsExactly(new double[] {2, 1.6, 0.2, 0.6}, within(1e-9));
        assertThat(parallelism.mean()).isCloseTo(22.0 / 20, within(1e-9));
    }

    @Test
    void busy_stretchesThatDoNotDivideTheRun_addUpToAll() {
        Parallelism parallelism = Parallelism.of(recording(), 7);

        assertThat(parallelism.mean()).isCloseTo(22.0 / 20, within(1e-6));
        assertThat(parallelism.busy()).hasSize(7);
    }

    @Test
    void busy_runOfNoTime_isZero() {
        assertThat(Parallelism.of(fits().ended(0).recording(), 3).busy()).containsOnly(0);
    }

    @Test
    void idle_taskThatRunsAlone_isFound() {
        Recording recording = recording();

        assertThat(Idle.longest(recording)).isEqualTo(new Idle(Told.row(recording, "best"), 1, 4 * MS));
    }

    @Test
    void idle_runOfOneWorker_isNone() {
        Recording recording = fits().done("fit-1", "w1", 0, 10).ended(10).recording();

        assertThat(Idle.longest(recording).nanos()).isZero();
    }

    // w1  11111111
    // w2     2
    @Test
    void idle_stretchesOfOneTask_areNotAddedUp() {
        Recording recording = fits().done("fit-1", "w1", 0, 8)
                .done("fit-2", "w2", 3, 4)
                .ended(8)
                .recording();

        assertThat(Idle.longest(recording)).isEqualTo(new Idle(Told.row(recording, "fit-1"), 1, 4 * MS));
    }
}
