package dev.bide.micrometer;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Bide;
import dev.bide.Compiled;
import dev.bide.Schedulers;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningTasksTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final RunOptions options = RunOptions.defaults().listener(BideMetrics.of(registry));
    private final CountDownLatch open = new CountDownLatch(1);
    private final Scheduler scheduler = Schedulers.threads(2);

    @AfterEach
    void close() {
        open.countDown();
        scheduler.close();
    }

    private double running() {
        return registry.get("bide.task.running").gauge().value();
    }

    private double runs(String outcome) {
        return registry.get("bide.run")
                .tags("root", "wait", "outcome", outcome)
                .timer()
                .count();
    }

    private double tasks(String name, String outcome) {
        return registry.get("bide.task")
                .tags("name", name, "outcome", outcome)
                .timer()
                .count();
    }

    /** One task that says that it has come and waits until the gate is open. */
    private Compiled<Integer> waiting(CountDownLatch come) {
        return task((Integer x) -> {
                    come.countDown();
                    open.await();
                    return x;
                })
                .named("wait")
                .call(1)
                .compile();
    }

    // one
    //  |
    // grow => flaky (throws once)
    //           |
    //         look
    @Test
    void running_inALaterTask_isThatTaskAlone() {
        AtomicInteger calls = new AtomicInteger();
        var flaky = task((Integer x) -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                    return x;
                })
                .retry(1);
        var look = on(1).call(x -> x).thenDelayed(x -> on(flaky.call(x)).call(y -> running()));

        assertThat(look.compute(Schedulers.sync(), options)).isOne();
    }

    // wait    wait
    @Test
    void running_twoRunsOfOnePlanAndOneListener_countsBoth() throws InterruptedException {
        CountDownLatch come = new CountDownLatch(2);
        Compiled<Integer> waiting = waiting(come);

        Run<Integer> first = waiting.start(scheduler, options);
        Run<Integer> second = waiting.start(scheduler, options);
        come.await();

        assertThat(running()).isEqualTo(2);
        open.countDown();
        first.get();
        second.get();
        assertThat(running()).isZero();
        assertThat(runs("done")).isEqualTo(2);
    }

    // wait    wait
    @Test
    void running_twoListenersOfOneRegistry_countTogether() throws InterruptedException {
        CountDownLatch come = new CountDownLatch(2);
        Compiled<Integer> waiting = waiting(come);

        Run<Integer> first = waiting.start(scheduler, options);
        Run<Integer> second = waiting.start(scheduler, RunOptions.defaults().listener(BideMetrics.of(registry)));
        come.await();

        assertThat(running()).isEqualTo(2);
        open.countDown();
        first.get();
        second.get();
        assertThat(running()).isZero();
    }

    // wait
    @Test
    void running_afterACancelledRun_isZero() throws InterruptedException {
        CountDownLatch come = new CountDownLatch(1);
        Run<Integer> run = waiting(come).start(scheduler, options);
        come.await();

        run.cancel();

        assertThatThrownBy(run::get).isInstanceOf(RunCancelledException.class);
        assertThat(running()).isZero();
        assertThat(runs("cancelled")).isOne();
    }

    // deaf (ignores its interrupt)
    @Test
    void running_ofARunThatLeftATaskBehind_isZero() throws InterruptedException {
        CountDownLatch come = new CountDownLatch(1);
        Run<Integer> run = task((Integer x) -> {
                    come.countDown();
                    while (open.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return x;
                })
                .named("wait")
                .call(1)
                .start(scheduler, options.grace(Duration.ofMillis(1)));
        come.await();

        run.cancel();

        assertThatThrownBy(run::get).isInstanceOf(RunCancelledException.class);
        assertThat(running()).isZero();
    }

    // wait    bad
    //    \    /
    //     wait
    @Test
    void running_ofATaskInterruptedByAFailure_isZero() {
        CountDownLatch come = new CountDownLatch(1);
        var wait = task((Integer x) -> {
                    come.countDown();
                    open.await();
                    return x;
                })
                .named("wait");
        var bad = task((Integer x) -> {
                    come.await();
                    return Math.floorDiv(x, 0);
                })
                .named("bad");
        var sum = on(Bide.gather(List.of(wait.call(1), bad.call(1))))
                .call(List::size)
                .named("wait");

        assertThatThrownBy(() -> sum.compute(scheduler, options)).isInstanceOf(TaskFailedException.class);

        assertThat(running()).isZero();
        assertThat(runs("failed")).isOne();
        assertThat(tasks("bad", "failed")).isOne();
        assertThat(tasks("wait", "cancelled")).isOne();
        assertThat(tasks("wait", "failed")).isZero();
    }
}
