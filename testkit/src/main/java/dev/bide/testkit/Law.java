package dev.bide.testkit;

import static org.assertj.core.api.Assertions.assertThatObject;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bide.Delayed;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.time.Duration;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** The tests of one law, on a scheduler of which every run is watched: each test ends with the check of the invariants. */
@Timeout(60)
abstract class Law {
    private final SchedulerContract contract;
    private @Nullable WatchedScheduler watched;

    Law(SchedulerContract contract) {
        this.contract = contract;
    }

    @BeforeEach
    void open() {
        watched = new WatchedScheduler(contract.scheduler(), traits().clockError());
    }

    @AfterEach
    void close() {
        Thread.interrupted(); // a test that took too long was interrupted, and the next shall not be
        WatchedScheduler used = scheduler();
        contract.release(used);
        used.check();
    }

    /** The scheduler under test. */
    final WatchedScheduler scheduler() {
        if (watched == null) {
            throw new IllegalStateException("there is a scheduler only while a test runs");
        }
        return watched;
    }

    /** The scheduler under test, which runs what nobody hears on shorter paths. */
    final Scheduler bare() {
        return scheduler().watched();
    }

    final SchedulerTraits traits() {
        return contract.traits();
    }

    final <T extends @Nullable Object> T compute(Delayed<T> root) {
        return root.compute(scheduler());
    }

    final <T extends @Nullable Object> T compute(Delayed<T> root, RunOptions options) {
        return root.compute(scheduler(), options);
    }

    /** Computes, and asserts about what that gives. */
    final ObjectAssert<@Nullable Object> result(Delayed<?> root) {
        return assertThatObject(compute(root));
    }

    /** Computes with options, and asserts about what that gives. */
    final ObjectAssert<@Nullable Object> result(Delayed<?> root, RunOptions options) {
        return assertThatObject(compute(root, options));
    }

    /** Computes, and gives what that throws. */
    final <X extends Throwable> X thrown(Class<X> type, Delayed<?> root, RunOptions options) {
        return assertThrows(type, () -> compute(root, options));
    }

    final <X extends Throwable> X thrown(Class<X> type, Delayed<?> root) {
        return thrown(type, root, RunOptions.defaults());
    }

    /** A time in which a task has begun and a quick one has ended, on a busy machine: another JVM may have to load it first. */
    final Duration brief() {
        return Duration.ofMillis(traits().inThisJvm() ? 60 : 700);
    }

    /** For situations in which so many tasks are at work at the same time. */
    final void needsParallelism(int tasks) {
        assumeTrue(traits().parallelism() >= tasks, "runs fewer than " + tasks + " tasks at the same time");
    }

    /** For situations in which a run is under way while the thread that started it does something else. */
    final void needsThreadsOfItsOwn() {
        assumeTrue(!traits().onCallersThread(), "runs everything on the caller's thread");
    }

    /** For situations in which tasks and test share objects that are no {@link Fixture}, or must be the same objects. */
    final void needsThisJvm() {
        assumeTrue(traits().inThisJvm(), "runs in other JVMs");
    }
}
