package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;

class OneThreadContractTest extends SchedulerContract {
    @Override
    protected Scheduler scheduler() {
        return Schedulers.threads(1);
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.threads(1);
    }
}
