package dev.bide.diagnostics.internal.terminal;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.diagnostics.internal.recording.Recorder;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.graph.Plan;
import dev.bide.graph.Rewriting;
import dev.bide.graph.Rewriting.Change;
import dev.bide.schedule.RunOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many tasks had their results already. */
class ResumedTest {
    private static Recording run(int tasks, int read, int unreadable) {
        List<Delayed<Integer>> all = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            all.add(task((Integer x) -> x).named("load").call(i));
        }
        Rewriting[] rewriting = new Rewriting[1];
        rewriting[0] = new Rewriting(call -> {
            int number = all.indexOf(call.node());
            if (number >= read + unreadable) {
                return Change.NONE;
            }
            return Change.resumed(
                    number,
                    () -> number < read
                            ? value(number)
                            : rewriting[0].of(call.node(), Change.around(body -> body.apply())));
        });
        Recorder recorder = new Recorder();
        Plan plan = rewriting[0].of(Plan.of(gather(all)));
        Schedulers.sync().start(plan, RunOptions.defaults().listener(recorder)).get();
        return recorder.recording("title", List.of());
    }

    @Test
    void summary_someWereRead_saysHowMany() {
        assertThat(Summary.of(run(20, 14, 0), null).get(0)).endsWith("   (14 resumed)");
    }

    @Test
    void summary_noneWasRead_saysNothing() {
        assertThat(Summary.of(run(3, 0, 0), null).get(0)).doesNotContain("resumed");
    }

    @Test
    void resumed_oneCouldNotBeRead_isNotCounted() {
        assertThat(run(5, 3, 1).resumed()).isEqualTo(3);
    }
}
