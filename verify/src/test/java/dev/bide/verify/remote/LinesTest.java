package dev.bide.verify.remote;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import org.junit.jupiter.api.Test;

/** Failures name the lines of the program, wherever the graph was built. */
class LinesTest {
    //   2 --> (a worker grows it to) bad(2)
    @Test
    void thenDelayed_goesOnWithATaskThatFails_namesItsLines() {
        Delayed<Integer> grown = task(() -> 2)
                .call()
                .thenDelayed(x -> task((Integer y) -> bad(y)).named("bad").call(x));
        try (Scheduler scheduler = RemoteScheduler.over(new LoopbackPool(2, 1), RemoteOptions.defaults())) {
            String told = assertThrows(TaskFailedException.class, () -> grown.compute(scheduler))
                    .getMessage();

            assertThat(told)
                    .containsPattern(
                            "called at  dev\\.bide\\.verify\\.remote\\.LinesTest\\..*\\(LinesTest\\.java:21\\)")
                    .containsPattern(
                            "task from  dev\\.bide\\.verify\\.remote\\.LinesTest\\..*\\(LinesTest\\.java:21\\)");
        }
    }

    private static int bad(int y) {
        throw new IllegalStateException("bad " + y);
    }
}
