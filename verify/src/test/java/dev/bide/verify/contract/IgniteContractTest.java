package dev.bide.verify.contract;

import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;
import dev.bide.verify.ignite.Cluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Reduced.class)
class IgniteContractTest extends SchedulerContract {
    private static Cluster cluster;

    @BeforeAll
    static void startCluster() {
        cluster = Cluster.start(2);
    }

    @AfterAll
    static void endCluster() {
        cluster.close();
    }

    @Override
    protected Scheduler scheduler() {
        return cluster.scheduler();
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.otherJvms(2);
    }
}
