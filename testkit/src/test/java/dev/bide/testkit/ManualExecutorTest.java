package dev.bide.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManualExecutorTest {
    private final ManualExecutor executor = new ManualExecutor();
    private final List<Integer> ran = new ArrayList<>();

    private void submit(int count) {
        for (int i = 0; i < count; i++) {
            int number = i;
            executor.execute(() -> ran.add(number));
        }
    }

    @Test
    void submit_notTold_runsNothing() {
        Future<Integer> future = executor.submit(() -> 1);
        assertThat(future.isDone()).isFalse();
        assertThat(executor.waiting()).isEqualTo(1);
    }

    @Test
    void runNext_told_runsTheOldest() throws Exception {
        Future<Integer> future = executor.submit(() -> 1);
        submit(1);
        assertThat(executor.runNext()).isTrue();
        assertThat(future.get()).isEqualTo(1);
        assertThat(ran).isEmpty();
    }

    @Test
    void run_position_runsThatOne() {
        submit(3);
        assertThat(executor.run(1)).isTrue();
        assertThat(executor.run(1)).isTrue();
        assertThat(executor.run(1)).isFalse();
        assertThat(ran).containsExactly(1, 2);
    }

    @Test
    void runAll_workSubmitsMore_runsThatToo() {
        executor.execute(() -> submit(3));
        assertThat(executor.runAll()).isEqualTo(4);
        assertThat(ran).containsExactly(0, 1, 2);
    }

    @Test
    void runAll_seeded_runsInAnOrderThatTheSeedDecides() {
        submit(20);
        executor.runAll(new Random(1));
        List<Integer> first = List.copyOf(ran);
        ran.clear();
        submit(20);
        executor.runAll(new Random(1));
        assertThat(ran).isEqualTo(first).isNotEqualTo(ran.stream().sorted().toList());
    }

    @Test
    void shutdown_workWaits_takesNoMoreAndRunsIt() {
        submit(1);
        executor.shutdown();
        assertThat(executor.isTerminated()).isFalse();
        assertThatThrownBy(() -> submit(1)).isInstanceOf(RejectedExecutionException.class);
        executor.runAll();
        assertThat(executor.awaitTermination(0, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shutdownNow_workWaits_givesItBack() {
        submit(2);
        assertThat(executor.shutdownNow()).hasSize(2);
        assertThat(executor.isTerminated()).isTrue();
    }
}
