package dev.bide.verify.ignite;

import dev.bide.cluster.ignite.IgniteScheduler;
import dev.bide.cluster.ignite.IgniteWorkers;
import dev.bide.remote.driver.RemoteOptions;
import dev.bide.schedule.Scheduler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ignite.Ignite;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.DeploymentMode;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.logger.NullLogger;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;

/** Worker JVMs of a test's own, and a node in this JVM that its schedulers share: each costs some milliseconds, not seconds. */
public final class Cluster implements AutoCloseable {
    private final IgniteWorkers workers;
    private final Ignite here;

    private Cluster(IgniteWorkers workers, Ignite here) {
        this.workers = workers;
        this.here = here;
    }

    public static Cluster start(int count) {
        IgniteWorkers workers = IgniteWorkers.startApart(count);
        try {
            return new Cluster(workers, Ignition.start(configuration(workers.addresses())));
        } catch (RuntimeException e) {
            workers.close();
            throw e;
        }
    }

    @SuppressWarnings("deprecation") // There is no other way in 2.18.
    private static IgniteConfiguration configuration(String addresses) {
        return new IgniteConfiguration()
                .setIgniteInstanceName("driver-" + UUID.randomUUID())
                .setLocalHost("127.0.0.1")
                .setPeerClassLoadingEnabled(true)
                .setDeploymentMode(DeploymentMode.ISOLATED)
                .setWorkDirectory(System.getProperty("java.io.tmpdir"))
                .setFailureDetectionTimeout(2000)
                .setConnectorConfiguration(null)
                .setClientConnectorConfiguration(null)
                .setMetricsLogFrequency(0)
                .setGridLogger(new NullLogger())
                .setUserAttributes(Map.of(IgniteScheduler.DRIVER_ATTRIBUTE, true))
                .setDiscoverySpi(new TcpDiscoverySpi()
                        .setIpFinder(new TcpDiscoveryVmIpFinder().setAddresses(List.of(addresses))));
    }

    public Scheduler scheduler() {
        return scheduler(RemoteOptions.defaults());
    }

    Scheduler scheduler(RemoteOptions options) {
        return IgniteScheduler.join(here, options);
    }

    List<ProcessHandle> processes() {
        return workers.processes();
    }

    /** Ends a worker as the system's killer would. */
    void kill(int index) {
        processes().get(index).destroyForcibly();
    }

    void kill(long pid) {
        processes().stream().filter(process -> process.pid() == pid).forEach(ProcessHandle::destroyForcibly);
    }

    /** Starts what is missing of so many. */
    void ensure(int count) {
        while (processes().size() < count) {
            workers.startAnother();
        }
    }

    @Override
    public void close() {
        here.close();
        workers.close();
    }
}
