package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Where results lie between calls changes nothing of a run. */
class SpillingOnPoolContractTest extends SchedulerContract {
    private static ExecutorService pool;

    @BeforeAll
    static void openPool() {
        pool = Executors.newFixedThreadPool(3);
    }

    @AfterAll
    static void closePool() {
        pool.shutdownNow();
    }

    @Override
    protected Scheduler scheduler() {
        return new SpillingScheduler(Schedulers.on(pool));
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.threads(3);
    }
}
