package dev.bide.verify.remote;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.Run;
import dev.bide.schedule.TaskFailedException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of workers that are lost: in the log, and of the task that ended them. */
class LossesTest {
    private static final BlockingQueue<Integer> BEGUN = new LinkedBlockingQueue<>();
    private static final String AGAIN = "; what it held or was at is run again as far as it is needed";

    private static volatile CountDownLatch gate = new CountDownLatch(1);

    private final LoopbackPool pool = new LoopbackPool(1, 1);
    private final RemoteScheduler workers = RemoteScheduler.over(pool, RemoteOptions.defaults());
    private final Logger logger = Logger.getLogger("dev.bide");
    private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord message) {
            if (message.getLevel().equals(Level.WARNING)
                    && message.getLoggerName().equals("dev.bide")
                    && message.getThrown() == null) {
                logged.add(message.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        BEGUN.clear();
        gate = new CountDownLatch(1);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void close() {
        gate.countDown();
        workers.close();
        logger.setUseParentHandlers(true);
        logger.removeHandler(handler);
    }

    private static int atTheGate() throws InterruptedException {
        BEGUN.add(1);
        gate.await();
        return 7;
    }

    private Run<Integer> waits() throws InterruptedException {
        Run<Integer> run = task(LossesTest::atTheGate).named("waits").call().start(workers);
        awaitBegin();
        return run;
    }

    private static void awaitBegin() throws InterruptedException {
        assertThat(BEGUN.poll(30, TimeUnit.SECONDS)).isNotNull();
    }

    private static void awaitBeginOrEnd(Run<?> run) throws InterruptedException {
        for (boolean begun = false; !begun && !run.isDone(); ) {
            begun = BEGUN.poll(10, TimeUnit.MILLISECONDS) != null;
        }
    }

    private String said() throws InterruptedException {
        return logged.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void lost_lastWorkerOfARun_isLoggedAndThatTheRunWaits() throws InterruptedException {
        Run<Integer> run = waits();

        pool.dismiss(1, "its cable was cut");
        assertThat(said()).isEqualTo("worker 1 was lost: its cable was cut" + AGAIN);
        assertThat(said()).isEqualTo("no worker is left; the run waits for one to join");
        gate.countDown();
        pool.replace(1, 2, "it is gone already");

        assertThat(run.get()).isEqualTo(7);
        assertThat(logged).isEmpty();
    }

    @Test
    void lost_noRunUnderWayOrSchedulerClosed_nothingIsLogged() {
        assertThat(task(() -> 1).call().compute(workers)).isOne();
        pool.replace(1, 2, "it was idle");
        assertThat(task(() -> 1).call().compute(workers)).isOne(); // the driver has heard of the loss before
        workers.close();

        assertThat(logged).isEmpty();
    }

    @Test
    void lost_threeWorkersByOneTask_failureSaysSoAndDoesNotOfferToRunItHere() throws InterruptedException {
        Run<Integer> run = waits();
        for (int worker = 1; !run.isDone(); worker++) {
            pool.replace(worker, worker + 1, "exit code 7");
            awaitBeginOrEnd(run);
        }

        TaskFailedException failed = assertThrows(TaskFailedException.class, run::get);
        assertThat(failed.summary())
                .startsWith("task waits failed 3 of 3 attempts: ")
                .contains("it ended three workers, the last: worker ")
                .endsWith(": exit code 7; a task that calls System.exit, or needs too much memory, does that");
        assertThat(failed).hasMessageNotContaining("rerun");
        assertThat(failed.getCause().getStackTrace()).isEmpty();
        assertThatThrownBy(() -> run.rerun("waits")).isInstanceOf(IllegalArgumentException.class);
        assertThat(List.copyOf(logged)).contains("worker 1 was lost: exit code 7" + AGAIN);
    }
}
