package dev.bide.verify.contract;

import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;
import dev.bide.verify.remote.LoopbackPool;

/** The brain, its hands and two workers, all in this JVM: everything but an engine. */
class LoopbackContractTest extends SchedulerContract {
    @Override
    protected Scheduler scheduler() {
        return RemoteScheduler.over(new LoopbackPool(2, 1), RemoteOptions.defaults());
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.otherJvms(2);
    }
}
