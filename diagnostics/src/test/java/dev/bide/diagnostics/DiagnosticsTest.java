package dev.bide.diagnostics;

import static dev.bide.Bide.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.event.Event;
import dev.bide.event.Event.RunStarted;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a program hears of its runs on standard error. */
class DiagnosticsTest {
    private final Captured captured = new Captured();
    private final Diagnostics summary = Diagnostics.summary().on(Schedulers.sync());

    // two -> half
    private final Delayed<Integer> two = on(4).call(x -> x / 2).named("two");
    private final Delayed<Integer> half = on(two).call(x -> x / 2).named("half");

    // bad -> after
    private final Delayed<Integer> bad = on(0).call(x -> 1 / x).named("bad");
    private final Delayed<Integer> after = on(bad).call(x -> x).named("after");

    @AfterEach
    void release() {
        captured.close();
    }

    @Test
    void summary_run_isSaidWithItsRootsKey() {
        assertThat(half.compute(summary)).isOne();

        assertThat(captured.lines()).hasSize(3);
        assertThat(captured.lines().get(0)).startsWith("OK half: 2 tasks in ");
        assertThat(captured.lines().get(1)).startsWith("  parallelism ").contains(" of 1 ", "critical path", "two");
    }

    @Test
    void named_run_isSaidWithThatName() {
        half.compute(summary.named("nested-cv"));

        assertThat(captured.text()).startsWith("OK nested-cv: 2 tasks in ");
    }

    @Test
    void summary_failedRun_hasACardAndThrowsAsEver() {
        TaskFailedException failed = catchThrowableOfType(TaskFailedException.class, () -> after.compute(summary));

        assertThat(failed.getCause()).isInstanceOf(ArithmeticException.class);
        assertThat(captured.lines().get(0))
                .startsWith("FAILED after failed after ")
                .endsWith(": 1 task failed, 1 not run because of it, 0 done");
        assertThat(captured.lines())
                .contains("  bad  failed", "  java.lang.ArithmeticException: / by zero")
                .contains("  again      run.rerun(\"bad\") runs this task alone, in your thread");
    }

    //     bad  two
    //      |    |
    //   after  half
    @Test
    void summary_runThatKeepsGoing_countsWhatWasSkipped() {
        Delayed<Integer> both = on(after, half).call(Integer::sum).named("both");

        assertThatThrownBy(() -> both.compute(summary, RunOptions.defaults().keepGoing()))
                .isInstanceOf(TaskFailedException.class);

        assertThat(captured.lines().get(0)).endsWith(": 1 task failed, 2 not run because of it, 2 done");
    }

    @Test
    void summary_cancelledRun_saysSo() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Delayed<Integer> waiting = on(1).call(x -> {
            begun.countDown();
            never.await();
            return x;
        });
        try (Scheduler threads = Schedulers.threads(1)) {
            Run<Integer> run = waiting.named("waiting").start(summary.on(threads));
            begun.await();
            run.cancel();
            assertThatThrownBy(run::get).isInstanceOf(RunCancelledException.class);
        }

        assertThat(captured.lines().get(0))
                .startsWith("FAILED waiting was cancelled after ")
                .endsWith(": 0 done, 1 cancelled");
    }

    // outer, whose task runs inner
    @Test
    void summary_runOfATask_isNotSaid() {
        on(1).call(x -> on(x).call(y -> y + 1).named("inner").compute())
                .named("outer")
                .compute(summary);

        assertThat(captured.text()).startsWith("OK outer: 1 task").doesNotContain("inner");
    }

    @Test
    void setDefault_runsThatNameNoScheduler_areSaid() {
        Schedulers.setDefault(summary);
        try {
            half.compute();
        } finally {
            Schedulers.setDefault(null);
        }

        assertThat(captured.text()).startsWith("OK half");
    }

    @Test
    void listener_ofAllRuns_hearsBesideThoseOfARun() {
        List<Event> all = new ArrayList<>();
        List<Event> own = new ArrayList<>();
        Diagnostics heard = Diagnostics.listener(all::add).on(Schedulers.sync());

        half.compute(heard, RunOptions.defaults().listener(own::add));
        half.compute(heard);

        assertThat(all).hasSize(2 * own.size()).startsWith(own.toArray(Event[]::new));
        assertThat(captured.text()).isEmpty();
    }

    @Test
    void listener_thatThrows_isSaidOnceAndTheOthersHearAll() {
        Diagnostics throwing = Diagnostics.listener(event -> {
            throw new IllegalStateException("thrown by a test's listener");
        });

        assertThat(half.compute(throwing.and(summary))).isOne();

        assertThat(captured.logged())
                .containsExactly("a listener threw and hears no more of this run; the run goes on");
        assertThat(captured.text()).startsWith("OK half");
    }

    @Test
    void progress_shortRun_isSilent() {
        assertThat(half.compute(Diagnostics.progress().on(Schedulers.sync()))).isOne();

        assertThat(captured.text()).isEmpty();
    }

    @Test
    void and_whereAndName_areThoseThatWereTold() {
        Scheduler where = Schedulers.sync();
        Diagnostics named = Diagnostics.profile().named("first");

        assertThat(named.and(summary)).hasToString(where.toString());
        assertThat(summary.and(named)).hasToString(where.toString());
        assertThat(named.and(named)).hasToString(Schedulers.defaultScheduler().toString());
        half.compute(named.and(summary.named("second")));
        assertThat(captured.text()).startsWith("OK first");
    }

    @Test
    void on_anotherDiagnostics_doesWhatBothDo() {
        List<Event> heard = new ArrayList<>();

        half.compute(Diagnostics.listener(heard::add).on(summary));

        assertThat(heard).first().isInstanceOf(RunStarted.class);
        assertThat(captured.text()).startsWith("OK half");
    }

    @Test
    void close_toldWhereToRun_closesThat() {
        Scheduler threads = Schedulers.threads(1);
        Diagnostics.profile().on(threads).close();

        assertThatThrownBy(() -> half.compute(threads)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void close_notToldWhereToRun_closesNothing() {
        Diagnostics.profile().close();

        assertThat(half.compute()).isOne();
    }
}
