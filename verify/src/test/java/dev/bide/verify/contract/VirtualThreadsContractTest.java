package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsContractTest extends SchedulerContract {
    @Override
    protected Scheduler scheduler() {
        return Schedulers.virtualThreads();
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.threads(8);
    }
}
