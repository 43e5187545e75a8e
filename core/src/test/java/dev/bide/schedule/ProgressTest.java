package dev.bide.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.Schedulers;
import dev.bide.Task1;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Task1<String, Integer> load = Task1.of(Integer::valueOf);

    @Test
    void waiting_counts_isWhatIsLeft() {
        assertThat(new Progress(10, 1, 2, 3, 4).waiting()).isZero();
        assertThat(new Progress(20, 1, 2, 3, 4).waiting()).isEqualTo(10);
    }

    @Test
    void waiting_countsFromDifferentMoments_isNeverNegative() {
        assertThat(new Progress(2, 2, 1, 0, 0).waiting()).isZero();
    }

    // load  load
    //    \  /
    //    list
    @Test
    void progress_ofARunThatHasEnded_countsItsTasks() {
        Run<List<Integer>> run = load.each(List.of("1", "2")).start(Schedulers.sync());

        assertThat(run.progress()).isEqualTo(new Progress(3, 3, 0, 0, 0));
        assertThat(run.isDone()).isTrue();
    }

    // load("x")  load("2")
    //         \  /
    //         list
    @Test
    void progress_ofARunThatKeptGoing_countsWhatFailedAndWhatWasSkipped() {
        Run<List<Integer>> run = load.each(List.of("x", "2"))
                .start(Schedulers.sync(), RunOptions.defaults().keepGoing());

        assertThat(catchThrowable(run::get)).isInstanceOf(TaskFailedException.class);
        assertThat(run.progress()).isEqualTo(new Progress(3, 1, 0, 1, 1));
    }
}
