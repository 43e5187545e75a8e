package dev.bide.micrometer;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.RunListener;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BideMetricsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final RunListener metrics = BideMetrics.of(registry);
    private final RunOptions options = RunOptions.defaults().listener(metrics);
    private final Task1<String, Integer> load =
            Task1.<String, Integer>of(Integer::valueOf).named("load");

    static List<Scheduler> schedulers() {
        return List.of(Schedulers.sync(), Schedulers.threads(2));
    }

    @AfterEach
    void nothingIsKept() {
        assertThat(RunningTasks.in(registry).runs()).isZero();
        assertThat(registry.get("bide.task.running").gauge().value()).isZero();
    }

    private static int sum(List<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).sum();
    }

    private Timer tasks(String name, String outcome) {
        return registry.get("bide.task").tags("name", name, "outcome", outcome).timer();
    }

    private Timer runs(String root, String outcome) {
        return registry.get("bide.run").tags("root", root, "outcome", outcome).timer();
    }

    private double retries(String name) {
        return registry.get("bide.task.retries").tag("name", name).counter().count();
    }

    private double skipped(String name) {
        return registry.get("bide.task.skipped").tag("name", name).counter().count();
    }

    // load  load  load
    //    \   |   /
    //     (list)
    //        |
    //       sum
    @ParameterizedTest
    @MethodSource("schedulers")
    void tasks_ofARunThatEndsWell_areCountedByName(Scheduler scheduler) {
        try (scheduler) {
            DelayedList<Integer> loads = load.each(List.of("1", "2", "3"));

            Integer result = on(loads).call(BideMetricsTest::sum).named("sum").compute(scheduler, options);

            assertThat(result).isEqualTo(6);
        }
        assertThat(tasks("load", "done").count()).isEqualTo(3);
        assertThat(tasks("load", "failed").count()).isZero();
        assertThat(tasks("sum", "done").count()).isOne();
        assertThat(registry.find("bide.task").tag("name", "list").timers()).isEmpty();
        assertThat(runs("sum", "done").count()).isOne();
    }

    // spin
    @Test
    void times_ofATaskAndItsRun_areThoseItTook() {
        AtomicLong inside = new AtomicLong();
        Delayed<Long> spin = task((Long least) -> {
                    long began = System.nanoTime();
                    while (System.nanoTime() - began < least) {
                        Thread.onSpinWait();
                    }
                    inside.set(System.nanoTime() - began);
                    return least;
                })
                .named("spin")
                .call(2_000_000L);

        spin.compute(Schedulers.sync(), options);

        assertThat(tasks("spin", "done").totalTime(TimeUnit.NANOSECONDS)).isGreaterThanOrEqualTo((double) inside.get());
        assertThat(runs("spin", "done").totalTime(TimeUnit.NANOSECONDS))
                .isGreaterThanOrEqualTo(tasks("spin", "done").totalTime(TimeUnit.NANOSECONDS));
    }

    // flaky (throws twice)
    @ParameterizedTest
    @MethodSource("schedulers")
    void retries_ofATaskThatSucceedsAtLast_areCounted(Scheduler scheduler) {
        AtomicInteger calls = new AtomicInteger();
        Delayed<Integer> flaky = task((Integer enough) -> {
                    if (calls.incrementAndGet() < enough) {
                        throw new IllegalStateException("not yet");
                    }
                    return enough;
                })
                .named("flaky")
                .retry(5)
                .call(3);

        try (scheduler) {
            flaky.compute(scheduler, options);
        }

        assertThat(retries("flaky")).isEqualTo(2);
        assertThat(tasks("flaky", "done").count()).isOne();
        assertThat(tasks("flaky", "failed").count()).isZero();
    }

    // load ("x" is no number)  load
    //                 \        /
    //                   (list)
    //                     |
    //                    sum
    @ParameterizedTest
    @MethodSource("schedulers")
    void failure_inARunThatKeepsGoing_skipsWhatDependsOnIt(Scheduler scheduler) {
        Delayed<Integer> total =
                on(load.each(List.of("x", "2"))).call(BideMetricsTest::sum).named("sum");

        try (scheduler) {
            assertThatThrownBy(() -> total.compute(scheduler, options.keepGoing()))
                    .isInstanceOf(TaskFailedException.class);
        }

        assertThat(tasks("load", "failed").count()).isOne();
        assertThat(tasks("load", "done").count()).isOne();
        assertThat(skipped("sum")).isOne();
        assertThat(tasks("sum", "done").count()).isZero();
        assertThat(runs("sum", "failed").count()).isOne();
    }

    // load
    //   |
    // grow => load
    @ParameterizedTest
    @MethodSource("schedulers")
    void task_thatGoesOnWithMoreGraph_isCountedOnce(Scheduler scheduler) {
        Delayed<Integer> grow = load.call("1").thenDelayed(x -> load.call("2")).named("grow");

        try (scheduler) {
            assertThat(grow.compute(scheduler, options)).isEqualTo(2);
        }

        assertThat(tasks("load", "done").count()).isEqualTo(2);
        assertThat(tasks("grow", "done").count()).isOne();
        assertThat(tasks("grow", "done").totalTime(TimeUnit.NANOSECONDS)).isPositive();
    }

    // load
    //   |
    // grow => (a value)
    @Test
    void task_thatMightGrowAndGivesAValue_isCountedOnce() {
        Delayed<Integer> grow = load.call("1").thenDelayed(x -> value(x + 1)).named("grow");

        assertThat(grow.compute(Schedulers.sync(), options)).isEqualTo(2);

        assertThat(tasks("grow", "done").count()).isOne();
    }

    // task-0  task-1  ..  task-149
    @Test
    void names_beyondTheLimit_areCountedTogether() {
        List<Delayed<Integer>> many = IntStream.range(0, 150)
                .mapToObj(i -> load.named("task-" + i).call("1"))
                .toList();
        Delayed<Integer> total = on(gather(many)).call(BideMetricsTest::sum).named("sum");

        total.compute(Schedulers.sync(), options);

        assertThat(registry.find("bide.task").tag("outcome", "done").timers()).hasSize(TagValues.LIMIT + 1);
        assertThat(tasks("other", "done").count()).isEqualTo(51);
    }

    @Test
    void names_ofALaterListener_areLimitedTogetherWithThoseThatAreThere() {
        for (int i = 0; i < 150; i++) {
            RunOptions each = RunOptions.defaults().listener(BideMetrics.of(registry));
            load.named("task-" + i).call("1").compute(Schedulers.sync(), each);
        }

        assertThat(registry.find("bide.task").tag("outcome", "done").timers()).hasSize(TagValues.LIMIT + 1);
        assertThat(registry.find("bide.run").timers()).hasSize(TagValues.LIMIT + 1);
        assertThat(tasks("other", "done").count()).isEqualTo(50);
    }

    @Test
    void on_theSharedListener_asksForTheRunsOwn() {
        RunListener own = metrics.forRun();

        assertThat(own).isNotSameAs(metrics.forRun());
        assertThatThrownBy(() -> metrics.on(new RunEnded(null, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("forRun()");
    }
}
