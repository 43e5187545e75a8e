package dev.bide.diagnostics;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.schedule.Run;
import dev.bide.schedule.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Diagnostics PROFILED = Diagnostics.profile().on(Schedulers.sync());

    private static int twice(int x) {
        return 2 * x;
    }

    private static Profile of(Delayed<?> root) {
        Run<?> run = root.start(PROFILED);
        run.get();
        return Profile.of(run);
    }

    // twice-1  twice-2
    //       \  /
    //       list
    //        |
    //       sum
    private static Delayed<Integer> sum() {
        return on(task(ProfileTest::twice).each(List.of(1, 2)))
                .call(list -> list.get(0) + list.get(1))
                .named("sum");
    }

    @Test
    void tasks_ofARun_haveTimesWorkersAndSizes() {
        Profile profile = of(sum());

        assertThat(profile.tasks()).hasSize(3);
        Profile.Task twice = profile.tasks().get(0);
        assertThat(twice.key().name()).isEqualTo("twice-1");
        assertThat(twice.name()).isEqualTo("twice");
        assertThat(twice.state()).isEqualTo("DONE");
        assertThat(twice.worker()).contains(Thread.currentThread().getName());
        assertThat(twice.attempts()).isOne();
        assertThat(twice.bytes()).hasValue(16);
        assertThat(twice.began().plus(twice.time())).isBetween(Duration.ofNanos(1), profile.elapsed());
        assertThat(profile.tasks().get(2).key().name()).isEqualTo("sum");
    }

    @Test
    void tasks_thatFailedOrDidNotRun_sayWhy() {
        AtomicInteger tries = new AtomicInteger();
        Delayed<Integer> bad = task((Integer x) -> x / (tries.incrementAndGet() - tries.get()))
                .named("bad")
                .retry(2)
                .call(1);
        Run<Integer> run = on(bad).call(x -> x).named("after").start(PROFILED);
        assertThat(catchThrowable(run::get)).hasCauseInstanceOf(ArithmeticException.class);
        List<Profile.Task> tasks = Profile.of(run).tasks();

        assertThat(tasks).extracting(Profile.Task::state).containsExactly("FAILED", "SKIPPED");
        assertThat(tasks).extracting(Profile.Task::attempts).containsExactly(3, 0);
        assertThat(tasks.get(1).worker()).isEmpty();
        assertThat(tasks.get(1).bytes()).isEmpty();
        assertThat(tasks.get(1).time()).isZero();
    }

    // load -> grow -> end
    //    grow => a -> b
    @Test
    void tasks_ofAGraphThatGrew_standAfterWhatTheyWaitedFor() {
        Delayed<Integer> grow = on(1).call(x -> x)
                .named("load")
                .thenDelayed(x -> on(on(x).call(y -> y).named("a")).call(y -> y).named("b"))
                .named("grow");

        assertThat(of(on(grow).call(x -> x).named("end")).tasks())
                .extracting(task -> task.key().name() + " " + task.state())
                .containsExactly("load DONE", "grow DONE", "a DONE", "b DONE", "end DONE");
    }

    @Test
    void table_ofARun_hasALineForEachName() {
        String[] lines = of(sum()).table().split("\n");

        assertThat(lines).hasSize(3);
        assertThat(lines[0]).matches("name +tasks +done +failed +retries +total +share +p50 +p95 +max");
        assertThat(lines).anyMatch(line -> line.matches("twice +2 +2 +0 +0 +.* %.*"));
        assertThat(lines).anyMatch(line -> line.matches("sum +1 +1 +0 +0 +.* %.*"));
    }

    @Test
    void of_runUnderWay_saysWhatIsKnown() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch on = new CountDownLatch(1);
        Delayed<Integer> first = on(1).call(x -> x).named("first");
        Delayed<Integer> second = on(first)
                .call(x -> {
                    begun.countDown();
                    on.await();
                    return x;
                })
                .named("second");
        try (Scheduler threads = Schedulers.threads(1)) {
            Run<Integer> run = second.start(PROFILED.on(threads));
            begun.await();
            Profile profile = Profile.of(run);
            List<Profile.Task> underWay = profile.tasks();
            on.countDown();
            run.get();

            assertThat(underWay).extracting(Profile.Task::state).containsExactly("DONE", "WAITING");
            assertThat(profile.elapsed()).isPositive();
            assertThat(Profile.of(run).tasks()).extracting(Profile.Task::state).containsOnly("DONE");
        }
    }

    // outer, whose task runs inner
    @Test
    void of_runWithARunInside_hasTheOuterTasksAlone() {
        Profile profile = of(
                on(1).call(x -> on(x).call(y -> y + 1).named("inner").compute()).named("outer"));

        assertThat(profile.tasks()).extracting(task -> task.key().name()).containsExactly("outer");
    }

    @Test
    void of_runThatWasNotWrittenDown_saysHowTo() {
        Run<Integer> run = sum().start(Schedulers.sync());

        assertThatThrownBy(() -> Profile.of(run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("result.start(Diagnostics.profile())");
    }
}
