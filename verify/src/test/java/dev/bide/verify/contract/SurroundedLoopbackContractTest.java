package dev.bide.verify.contract;

import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.RandomGraphs;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;
import dev.bide.verify.remote.LoopbackPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Something is put around every call that workers run, and does nothing. */
@ExtendWith(Reduced.class)
class SurroundedLoopbackContractTest extends SchedulerContract {
    @Override
    protected Scheduler scheduler() {
        return new SurroundingScheduler(RemoteScheduler.over(new LoopbackPool(2, 1), RemoteOptions.defaults()));
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.otherJvms(2);
    }

    @Test
    void compute_randomGraphs_giveWhatTheyGiveWithNothingAround() {
        try (Scheduler surrounding = scheduler()) {
            RandomGraphs.seeds(8_000_000, 150)
                    .forEach(seed -> RandomGraphs.of(seed).check(surrounding, RunOptions.defaults()));
            RandomGraphs.seeds(8_100_000, 50)
                    .forEach(seed -> RandomGraphs.failing(seed, 8)
                            .check(surrounding, RunOptions.defaults().keepGoing()));
        }
    }
}
