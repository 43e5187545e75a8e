package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.diagnostics.Diagnostics;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;

/** Whoever watches a run changes nothing of it. */
class DiagnosticsOnThreadsContractTest extends SchedulerContract {
    @Override
    protected Scheduler scheduler() {
        return Diagnostics.profile().and(Diagnostics.progress()).on(Schedulers.threads(2));
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.threads(2);
    }
}
