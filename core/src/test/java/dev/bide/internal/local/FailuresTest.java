package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Bide;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.RunOptions;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final int MANY = 20;

    // 0   1   ...   19
    //  \  |   |    /
    //      list
    private static final Plan FAN = Plan.of(Bide.task((Integer x) -> x + 1).each(Collections.nCopies(MANY, 1)));

    private final Frame frame = Frame.first(FAN, Frame.Sharing.SHARED, null);
    private final Failures failures = new Failures(false);

    private void note(int task) {
        failures.note(
                frame, task, List.of(new Attempt(1, "", null, new IllegalStateException("thrown by " + task))), 1);
    }

    private static Key key(int task) {
        return FAN.key(task);
    }

    @Test
    void merged_none_isNothing() {
        assertThat(failures.merged()).isNull();
        assertThat(failures.any()).isFalse();
        assertThat(failures.failed()).isZero();
    }

    @Test
    void merged_askedTwice_suppressesEachOnce() {
        note(3);
        note(4);
        failures.merged();
        note(5);

        assertThat(failures.any()).isTrue();
        assertThat(failures.failed()).isEqualTo(3);
        assertThat(Objects.requireNonNull(failures.merged()).key()).isEqualTo(key(3));
        assertThat(Objects.requireNonNull(failures.merged()).getSuppressed()).hasSize(2);
    }

    @Test
    void rerun_failedTask_callsItAgain() throws Exception {
        note(3);

        assertThat(failures.rerun(key(3))).isEqualTo(2);
    }

    @Test
    void rerun_noFailure_saysSo() {
        assertThatThrownBy(() -> failures.rerun(key(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no task of this run has failed");
    }

    @Test
    void rerun_anotherTask_namesThoseThatFailed() {
        note(3);

        assertThatThrownBy(() -> failures.rerun(key(4)))
                .hasMessageContaining("only a failed task of this run can be run again: " + key(3));
    }

    @Test
    void rerun_seventeenthFailure_isNotKept() throws Exception {
        for (int task = 0; task < MANY; task++) {
            note(task);
        }

        assertThat(failures.rerun(key(15))).isEqualTo(2);
        assertThatThrownBy(() -> failures.rerun(key(16))).hasMessageContaining("only the first 16 failed tasks");
    }

    @Test
    void fail_goesOn_givesWhatStandsForTheResult() {
        LocalRun<Object> run = new LocalRun<>(FAN, RunOptions.defaults().keepGoing(), new StillHands(1));
        Object missing = run.failures().fail(run, run.crew.helper(), frame, 3, attempts(), 1);

        assertThat(missing).isInstanceOf(Failures.Missing.class);
        assertThat(run.stopped()).isFalse();
        assertThat(run.failures().inputMissing(frame, FAN.root())).isFalse();
        frame.results.set(3, missing);
        assertThat(run.failures().inputMissing(frame, FAN.root())).isTrue();
        assertThat(run.failures().inputMissing(frame, 3)).isFalse();
        assertThat(run.failures().skip(run, frame, FAN.root())).isSameAs(missing);
        assertThat(run.failures().skipped()).isEqualTo(1);
    }

    @Test
    void fail_doesNotGoOn_stopsTheRun() {
        LocalRun<Object> run = new LocalRun<>(FAN, RunOptions.defaults(), new StillHands(1));

        assertThat(run.failures().fail(run, run.crew.helper(), frame, 3, attempts(), 1))
                .isSameAs(Failures.Stopped.RUN);
        assertThat(run.stopped()).isTrue();
    }

    private static List<Attempt> attempts() {
        return List.of(new Attempt(1, "", null, new IllegalStateException("thrown")));
    }
}
