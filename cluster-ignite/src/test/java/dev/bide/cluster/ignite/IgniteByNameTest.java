package dev.bide.cluster.ignite;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IgniteByNameTest {
    private static List<ProcessHandle> workers() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }

    //   pid --> next
    @Test
    void named_ignite1_computesInAJvmOfItsOwnAndEndsThatWhenClosed() throws Exception {
        List<ProcessHandle> before = workers();
        List<ProcessHandle> mine;
        try (Scheduler scheduler = Schedulers.named("ignite(1)")) {
            mine = workers().stream().filter(each -> !before.contains(each)).toList();
            long pid = task(() -> ProcessHandle.current().pid())
                            .call()
                            .then(x -> x + 1)
                            .compute(scheduler)
                    - 1;
            assertThat(mine).extracting(ProcessHandle::pid).containsExactly(pid);
            assertThat(scheduler).hasToString("ignite");
        }
        for (ProcessHandle each : mine) {
            each.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void start_noWorkers_isRefused() {
        assertThatThrownBy(() -> new IgniteByName().start(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("0 workers: a cluster has at least one");
    }

    @Test
    void join_nobodyThere_saysWithinSecondsHowToStartSome() {
        String nobody = FreePorts.addresses();
        long begun = System.nanoTime();

        assertThatThrownBy(() -> IgniteScheduler.join(nobody))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("./bide cluster 3");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
}
