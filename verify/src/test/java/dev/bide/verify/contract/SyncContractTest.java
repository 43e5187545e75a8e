package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;

class SyncContractTest extends SchedulerContract {
    @Override
    protected Scheduler scheduler() {
        return Schedulers.sync();
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.callersThread();
    }
}
