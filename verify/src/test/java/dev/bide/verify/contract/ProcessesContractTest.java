package dev.bide.verify.contract;

import static dev.bide.Bide.task;

import dev.bide.process.Processes;
import dev.bide.schedule.Scheduler;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;
import org.junit.jupiter.api.AfterAll;

/** Two child JVMs for all tests, but for those that close what they are given. */
class ProcessesContractTest extends SchedulerContract {
    private static Scheduler shared;

    @AfterAll
    static void close() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    @Override
    protected Scheduler scheduler() {
        if (shared == null) {
            shared = Processes.start(2);
        }
        return shared;
    }

    @Override
    protected void release(Scheduler used) {
        try {
            task(() -> 1).call().compute(used);
        } catch (IllegalStateException closed) {
            shared = null;
        }
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.otherJvms(2);
    }
}
