package dev.bide.cluster.ignite;

import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.remote.worker.Inbox;
import dev.bide.schedule.Scheduler;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Makes schedulers over the nodes of an Apache Ignite 2 cluster. This JVM becomes a node of it, the driver's: a server node
 * that runs no tasks. All other server nodes are workers, those that come later, too. They need nothing but Ignite, with
 * {@code peerClassLoadingEnabled} and {@code deploymentMode} {@code ISOLATED}: code comes from the driver. Who may join the
 * cluster can therefore run any code on it: go beyond loopback with TLS and client certificates only.
 *
 * <p>Every JVM needs {@link IgniteFlags#ADD_OPENS}. Close the scheduler at the end: Ignite's threads keep a program alive.
 */
public final class IgniteScheduler {
    /** Name of the node attribute that is {@code true} on drivers; set it on a node that is given to {@link #join(Ignite)}. */
    public static final String DRIVER_ATTRIBUTE = Marks.DRIVER;

    /** Name of the node attribute that says how many tasks a worker runs at a time; otherwise as many as it has processors. */
    public static final String THREADS_ATTRIBUTE = Marks.THREADS;

    private IgniteScheduler() {}

    /**
     * Starts a node in this JVM and waits for no one: workers may come later. What the configuration leaves open is set so that
     * the node listens on loopback only, finds nodes of this machine, logs warnings only and leaves no files; peer class loading
     * and the deployment mode are always set.
     *
     * @param configuration of the node; not changed. Its {@code sslContextFactory} is used for all connections, its class
     *     loader, if it has one, finds the classes of tasks; otherwise the context class loader of the calling thread does
     * @return the scheduler; closing it stops the node
     * @throws IllegalArgumentException if the configuration contradicts what is needed
     * @throws IllegalStateException if this JVM lacks flags, or the node cannot join the cluster
     */
    public static Scheduler start(IgniteConfiguration configuration) {
        return start(configuration, RemoteOptions.defaults());
    }

    /**
     * Starts a node in this JVM, as {@link #start(IgniteConfiguration)} does.
     *
     * @param configuration of the node; not changed
     * @param options how work is given to workers, and how it becomes bytes
     * @return the scheduler; closing it stops the node
     * @throws IllegalArgumentException if the configuration contradicts what is needed
     * @throws IllegalStateException if this JVM lacks flags, or the node cannot join the cluster
     */
    public static Scheduler start(IgniteConfiguration configuration, RemoteOptions options) {
        OwnedNode node = OwnedNode.driver(configuration, List.of(NodeSettings.LOOPBACK));
        return over(pool(node, configuration.getClassLoader(), NodeMaker.class), options);
    }

    /**
     * Joins the cluster on this machine: nodes on loopback at Ignite's own ports, as {@code bide cluster} starts them.
     *
     * @return the scheduler; closing it leaves the cluster
     * @throws IllegalStateException if there is no worker, or this JVM lacks flags
     */
    public static Scheduler join() {
        return join(NodeSettings.LOOPBACK);
    }

    /**
     * Joins the cluster that has nodes at some addresses. If they are not on loopback, this node listens on the address of this
     * machine that leads to the first of them, without TLS: use {@link #start} with a configuration for that.
     *
     * @param addresses as {@code host}, {@code host:port} or {@code host:port..port}
     * @return the scheduler; closing it leaves the cluster
     * @throws IllegalStateException if there is no worker, or this JVM lacks flags
     */
    public static Scheduler join(String... addresses) {
        OwnedNode node = OwnedNode.driver(new IgniteConfiguration(), List.of(addresses));
        if (node.ignite().cluster().nodes().stream().noneMatch(Marks::isWorker)) {
            node.close();
            throw new IllegalStateException("no worker of an Ignite cluster is at " + String.join(", ", addresses)
                    + ". Start some there (on this machine: ./bide cluster 3; elsewhere: ./bide worker, or ignite.sh), or use"
                    + " IgniteScheduler.start, which waits for workers.");
        }
        return over(pool(node, null, NodeMaker.class));
    }

    /**
     * Uses a node that the caller has. All other server nodes without {@link #DRIVER_ATTRIBUTE} are workers.
     *
     * @param ignite the node; closing the scheduler does not close it
     * @return the scheduler
     * @throws IllegalArgumentException if it is a client node or its cluster shares classes
     */
    public static Scheduler join(Ignite ignite) {
        return join(ignite, RemoteOptions.defaults());
    }

    /**
     * Uses a node that the caller has, as {@link #join(Ignite)} does.
     *
     * @param ignite the node; closing the scheduler does not close it
     * @param options how work is given to workers, and how it becomes bytes
     * @return the scheduler
     * @throws IllegalArgumentException if it is a client node or its cluster shares classes
     */
    public static Scheduler join(Ignite ignite, RemoteOptions options) {
        return over(pool(ignite, NodeMaker.class), options);
    }

    /** Joins workers that nobody else uses, and ends them with the scheduler. */
    static Scheduler join(IgniteWorkers workers) {
        try {
            OwnedNode node = OwnedNode.driver(new IgniteConfiguration(), List.of(workers.addresses()));
            Runnable ending = () -> {
                node.close();
                workers.close();
            };
            return over(new IgnitePool(node.ignite(), Closures.apart(loader(null)), NodeMaker.class, ending));
        } catch (RuntimeException e) {
            workers.close(); // a second time, if the pool has done so: that does nothing
            throw e;
        }
    }

    private static Scheduler over(IgnitePool pool) {
        return over(pool, RemoteOptions.defaults());
    }

    private static Scheduler over(IgnitePool pool, RemoteOptions options) {
        RemoteScheduler scheduler = RemoteScheduler.over(pool, options);
        try {
            pool.awaitPresent();
            return scheduler;
        } catch (IllegalStateException e) {
            scheduler.close();
            throw e;
        }
    }

    /** Makes a pool of a node that it stops in the end. */
    static IgnitePool pool(OwnedNode node, @Nullable ClassLoader loader, Class<? extends Inbox.Maker> maker) {
        return new IgnitePool(node.ignite(), Closures.apart(loader(loader)), maker, node::close);
    }

    /** Makes a pool of a node of somebody else's. */
    static IgnitePool pool(Ignite ignite, Class<? extends Inbox.Maker> maker) {
        IgniteConfiguration config = ignite.configuration();
        if (Boolean.TRUE.equals(config.isClientMode())) {
            throw new IllegalArgumentException(
                    "this is a client node, which loses sight of all workers when one server hangs."
                            + " Give a server node.");
        }
        Deployment.check(config);
        return new IgnitePool(ignite, Closures.beside(loader(config.getClassLoader())), maker, null);
    }

    private static ClassLoader loader(@Nullable ClassLoader chosen) {
        ClassLoader loader = chosen == null ? Thread.currentThread().getContextClassLoader() : chosen;
        return loader == null ? IgniteScheduler.class.getClassLoader() : loader;
    }
}
