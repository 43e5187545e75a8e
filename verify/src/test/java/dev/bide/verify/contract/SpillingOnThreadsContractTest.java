package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;

/** Where results lie between calls changes nothing of a run. */
class SpillingOnThreadsContractTest extends SchedulerContract {
    @Override
    protected Scheduler scheduler() {
        return new SpillingScheduler(Schedulers.threads(2));
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.threads(2);
    }
}
