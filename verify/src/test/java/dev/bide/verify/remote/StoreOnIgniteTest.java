package dev.bide.verify.remote;

import dev.bide.schedule.Scheduler;
import dev.bide.verify.ignite.Cluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Workers that are nodes of a cluster. {@code -Dbide.contracts=all} runs it, as the profile {@code stress} does. */
@EnabledIfSystemProperty(named = "bide.contracts", matches = "all")
class StoreOnIgniteTest extends StoreOnWorkers {
    private static Cluster cluster;
    private static Scheduler workers;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(2);
        workers = cluster.scheduler();
    }

    @AfterAll
    static void close() {
        workers.close();
        cluster.close();
    }

    @Override
    Scheduler workers() {
        return workers;
    }
}
