package dev.bide.cluster.ignite;

import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.lang.IgniteRunnable;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/** Ends one worker of a driver on a node, or all of them. */
final class Detach implements IgniteRunnable {
    /** Instead of a worker's number: all that the driver has there. */
    static final int ALL = -1;

    private static final long serialVersionUID = 1;

    private final String topic;
    private final UUID driver;
    private final int worker;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    Detach(String topic, UUID driver, int worker) {
        this.topic = topic;
        this.driver = driver;
        this.worker = worker;
    }

    @Override
    public void run() {
        Ignite here = ignite;
        if (worker != ALL && here != null) {
            TaskLoader.atDesk("detach", here, topic, driver, worker);
        } else {
            TaskLoader.atDesk("closeAll", topic);
        }
    }
}
