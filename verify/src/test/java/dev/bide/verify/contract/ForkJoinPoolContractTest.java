package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ForkJoinPoolContractTest extends SchedulerContract {
    private static ExecutorService pool;

    @BeforeAll
    static void openPool() {
        pool = new ForkJoinPool(2);
    }

    @AfterAll
    static void closePool() {
        pool.shutdownNow();
    }

    @Override
    protected Scheduler scheduler() {
        return Schedulers.on(pool);
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.threads(2);
    }
}
