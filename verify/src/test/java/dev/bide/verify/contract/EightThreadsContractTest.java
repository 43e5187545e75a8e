package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;

class EightThreadsContractTest extends SchedulerContract {
    @Override
    protected Scheduler scheduler() {
        return Schedulers.threads(8);
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.threads(8);
    }
}
