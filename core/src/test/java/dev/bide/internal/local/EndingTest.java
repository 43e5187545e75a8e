package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.internal.run.Deadline;
import dev.bide.internal.run.Endings;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The end of a run of {@link StillHands#plan}, step by step; what threads do to it at once is in {@code verify}. */
class EndingTest {
    private static final long LONG = Duration.ofSeconds(30).toNanos();

    private final LocalRun<Object> run = StillHands.run(2, RunOptions.defaults());
    private final Slot slot = run.crew.slots()[0];

    private static void fail(LocalRun<?> run, int task) {
        Throwable thrown = new IllegalStateException("thrown by " + task);
        run.failures()
                .note(
                        Frame.first(StillHands.plan(), Frame.Sharing.SHARED, null),
                        task,
                        List.of(new Attempt(1, "", null, thrown)),
                        1);
    }

    private static int parted(LocalRun<?> run) {
        return ((StillHands) run.hands).parted.get();
    }

    @Test
    void succeed_running_givesTheResultToAll() {
        CompletableFuture<Object> before = run.ending.future();
        assertThat(run.ending.stopping()).isFalse();
        assertThat(run.ending.ended()).isFalse();

        run.ending.succeed("done");

        assertThat(run.ending.stopping()).isTrue();
        assertThat(run.ending.ended()).isTrue();
        assertThat(run.ending.give()).isEqualTo("done");
        assertThat(before).isCompletedWithValue("done");
        assertThat(run.ending.future()).isCompletedWithValue("done");
        assertThat(parted(run)).isEqualTo(1);
    }

    @Test
    void succeed_secondTime_changesNothing() {
        run.ending.succeed("done");
        run.ending.succeed("again");

        assertThat(run.ending.cancel("late")).isFalse();
        assertThat(run.ending.give()).isEqualTo("done");
        assertThat(parted(run)).isEqualTo(1);
    }

    @Test
    void cancel_nobodyInside_endsTheRunAtOnce() {
        CompletableFuture<Object> before = run.ending.future();

        assertThat(run.ending.cancel("why not")).isTrue();
        assertThat(run.ending.cancel("again")).isFalse();
        assertThat(run.ending.ended()).isTrue();
        assertThatThrownBy(run.ending::give)
                .isInstanceOf(RunCancelledException.class)
                .hasMessage("why not");
        assertThat(before).isCompletedExceptionally();
        assertThat(run.ending.future()).isCompletedExceptionally();
    }

    @Test
    void cancel_threadInside_isOverWhenItLeaves() {
        assertThat(run.crew.attach(slot)).isTrue();
        run.ending.cancel("why not");

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(run.ending.ended()).isFalse();
        run.crew.detach(slot);
        assertThat(run.ending.ended()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void cancel_twoThreadsInside_isOverWhenTheLastLeaves() {
        Slot helper = run.crew.helper();
        run.crew.attach(slot);
        run.crew.attach(helper);
        run.ending.cancel("why not");

        run.crew.detach(helper);
        assertThat(run.ending.ended()).isFalse();
        run.crew.detach(slot);
        assertThat(run.ending.ended()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void attach_stoppedRun_hasNothingToDo() {
        run.ending.cancel("why not");

        assertThat(run.crew.attach(slot)).isFalse();
        run.crew.detach(slot);
    }

    @Test
    void detach_runningRun_goesOn() {
        run.crew.attach(slot);
        run.crew.detach(slot);

        assertThat(run.ending.stopping()).isFalse();
        assertThat(run.ending.ended()).isFalse();
    }

    @Test
    void cancel_taskThatDoesNotStop_isNamedAfterTheGraceTime() {
        LocalRun<Object> impatient = StillHands.run(2, RunOptions.defaults().grace(Duration.ofMillis(5)));
        Slot busy = impatient.crew.slots()[0];
        impatient.crew.attach(busy);
        busy.begin(0);
        impatient.ending.cancel("why not");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(impatient.ending.awaitUntil(System.nanoTime() + LONG)).isTrue();
        assertThatThrownBy(impatient.ending::give)
                .isInstanceOf(RunCancelledException.class)
                .hasMessageContaining("why not; still running 5 ms after their interrupt: ")
                .hasMessageContaining("(" + Thread.currentThread().getName() + ")");
        busy.end();
        impatient.crew.detach(busy);
    }

    @Test
    void stop_failedTasks_giveTheFirstWithTheOthersInIt() {
        fail(run, 0);
        fail(run, 1);
        run.ending.stop();

        Throwable thrown = catchThrowable(run.ending::give);
        assertThat(thrown).isInstanceOf(TaskFailedException.class).hasRootCauseMessage("thrown by 0");
        assertThat(thrown.getSuppressed()).hasSize(1);
    }

    @Test
    void cancel_afterAFailureThatDidNotStop_keepsTheFailure() {
        fail(run, 0);
        run.ending.cancel("why not");

        Throwable thrown = catchThrowable(run.ending::give);
        assertThat(thrown).isInstanceOf(RunCancelledException.class).hasMessage("why not");
        assertThat(thrown.getSuppressed())
                .hasOnlyElementsOfType(TaskFailedException.class)
                .hasSize(1);
    }

    @Test
    void stop_faultOfBidesOwn_asksToReportIt() {
        Throwable bug = new AssertionError("lost");
        run.failures().crash(bug);
        run.ending.stop();

        assertThatThrownBy(run.ending::give)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("report it")
                .hasCause(bug);
    }

    @Test
    void expireAfter_deadlinePasses_cancels() {
        run.ending.expireAfter(Duration.ofMillis(5));

        assertThat(run.ending.awaitUntil(System.nanoTime() + LONG)).isTrue();
        assertThatThrownBy(run.ending::give).hasMessageContaining("not over after 5 ms, its deadline");
    }

    @Test
    void awaitUntil_timePassed_isNotOver() {
        assertThat(run.ending.awaitUntil(System.nanoTime() - 1)).isFalse();
        run.ending.succeed("done");
        assertThat(run.ending.awaitUntil(System.nanoTime() - 1)).isTrue();
    }

    @Test
    void awaitUntil_interrupted_cancelsAndRestoresTheFlag() {
        Thread.currentThread().interrupt();

        assertThat(run.ending.awaitUntil(Deadline.NEVER)).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(run.ending::give).hasMessage(Endings.INTERRUPTED);
    }
}
