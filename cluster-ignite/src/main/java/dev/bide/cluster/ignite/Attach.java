package dev.bide.cluster.ignite;

import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.lang.IgniteCallable;
import org.apache.ignite.resources.IgniteInstanceResource;
import org.jspecify.annotations.Nullable;

/**
 * The first that a driver sends to a node: makes a worker of it, and gives how many tasks that runs at a time. All code of
 * Bide and of tasks that the node needs from then on comes through the loader of this class.
 */
final class Attach implements IgniteCallable<Integer> {
    private static final long serialVersionUID = 1;

    private final String topic;
    private final UUID driver;
    private final int worker;
    private final String maker;

    @IgniteInstanceResource
    private transient @Nullable Ignite ignite;

    Attach(String topic, UUID driver, int worker, String maker) {
        this.topic = topic;
        this.driver = driver;
        this.worker = worker;
        this.maker = maker;
    }

    @Override
    public Integer call() {
        Ignite here = ignite;
        if (here == null) {
            throw new IllegalStateException("this runs on a node of Ignite only");
        }
        ClassLoader loader = Attach.class.getClassLoader();
        if (loader == null || !loader.getClass().getName().contains(".deployment.")) {
            throw new IllegalStateException("Bide is on the class path of this worker ("
                    + Attach.class.getProtectionDomain().getCodeSource()
                    + "), so that it cannot run the driver's code. Take it away from there, start the worker with bide worker,"
                    + " or set peerClassLoadingLocalClassPathExclude of its IgniteConfiguration to dev.bide.");
        }
        return (Integer) TaskLoader.atDesk("attach", here, topic, driver, worker, maker);
    }
}
