package dev.bide.verify.remote;

import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.Scheduler;
import org.junit.jupiter.api.AfterEach;

/** Workers in this JVM. */
class StoreOnLoopbackTest extends StoreOnWorkers {
    private final Scheduler workers = RemoteScheduler.over(new LoopbackPool(2, 1), RemoteOptions.defaults());

    @AfterEach
    void close() {
        workers.close();
    }

    @Override
    Scheduler workers() {
        return workers;
    }
}
