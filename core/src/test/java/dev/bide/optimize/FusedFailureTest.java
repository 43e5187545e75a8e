package dev.bide.optimize;

import static dev.bide.Bide.ref;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
import dev.bide.schedule.TaskFailedException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is left of a failed call's story when it was fused with others. */
class FusedFailureTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final Task0<Integer> count = task(calls::incrementAndGet).named("count");
    private final Task1<Integer, Integer> untilThree = task(FusedFailureTest::untilThree);

    static int untilThree(int count) {
        if (count < 3) {
            throw new IllegalStateException("only " + count);
        }
        return count;
    }

    // a -> b
    private TaskGraph fused(int retries) {
        TaskGraph line = TaskGraph.builder()
                .put("a", count.retry(retries))
                .put("b", untilThree.retry(retries), ref("a"))
                .build();
        return Optimizer.fuse(line);
    }

    @Test
    void fuse_callsWithRetries_areTriedAgainEachByItself() {
        assertThat(fused(2).keys()).hasSize(2);
    }

    @Test
    void get_fusedCallThatThrows_failsUnderTheLastKey() {
        TaskGraph graph = fused(0);

        TaskFailedException failed = catchThrowableOfType(
                TaskFailedException.class, () -> Schedulers.sync().get(graph, "b"));

        assertThat(failed.key()).isEqualTo(Key.of("b"));
        assertThat(failed).hasMessageStartingWith("task b failed: java.lang.IllegalStateException: only 1\n");
        assertThat(failed.callSite().toString()).contains("FusedFailureTest.fused(");
    }

    @Test
    void taskSite_fusedCall_isALineThatMadeATaskOrNone() {
        Plan plan = Plan.of(fused(0).node(Key.of("b")));

        assertThat(String.valueOf(plan.taskSite(0)))
                .matches("null|dev\\.bide\\.optimize\\.FusedFailureTest\\.<init>\\(.*");
    }
}
