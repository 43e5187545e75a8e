package dev.bide.cluster.ignite;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ignite.configuration.DataRegionConfiguration;
import org.apache.ignite.configuration.DataStorageConfiguration;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.failure.StopNodeFailureHandler;
import org.apache.ignite.plugin.segmentation.SegmentationPolicy;
import org.apache.ignite.spi.communication.tcp.TcpCommunicationSpi;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.TcpDiscoveryIpFinder;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;
import org.jspecify.annotations.Nullable;

/** Completes the configuration of a node of ours: sets what the caller left open, refuses what cannot work. */
final class NodeSettings {
    /** Where nodes of one machine find each other: Ignite's own ports. */
    static final String LOOPBACK = "127.0.0.1:47500..47509";

    private static final String LOCALHOST = "127.0.0.1";
    private static final int SILENCE_MILLIS = 2_000;
    private static final int JOIN_MILLIS = 10_000;
    private static final long MEBIBYTE = 1L << 20;

    private NodeSettings() {}

    /** For a node in the driver's JVM: holds no data, runs no tasks. */
    static IgniteConfiguration driver(IgniteConfiguration given, List<String> addresses, Path work) {
        IgniteConfiguration config = node(given, addresses, work);
        mark(config, Marks.DRIVER, true);
        if (config.getDiscoverySpi() instanceof TcpDiscoverySpi discovery && discovery.getJoinTimeout() == 0) {
            discovery.setJoinTimeout(JOIN_MILLIS);
        }
        if (config.getIgniteInstanceName() == null) {
            config.setIgniteInstanceName("bide-driver-"
                    + ProcessHandle.current().pid() + "-" + Integer.toHexString(System.identityHashCode(config)));
        }
        if (config.getFailureHandler() == null) {
            config.setFailureHandler(new StopNodeFailureHandler()); // Ignite's own one may halt the user's JVM
        }
        return config;
    }

    /** For a node that runs tasks; classes of Bide that lie about in its JVM are passed over for those of the driver. */
    static IgniteConfiguration worker(IgniteConfiguration given, List<String> addresses, Path work, Neighbours known) {
        IgniteConfiguration config = node(given, addresses, work);
        if (config.getDiscoverySpi() instanceof TcpDiscoverySpi discovery) {
            known.tell(discovery.getIpFinder());
        }
        String[] excluded = config.getPeerClassLoadingLocalClassPathExclude();
        if (excluded == null || excluded.length == 0) {
            config.setPeerClassLoadingLocalClassPathExclude("dev.bide.");
        }
        return config;
    }

    private static IgniteConfiguration node(IgniteConfiguration given, List<String> addresses, Path work) {
        refuse(given);
        IgniteConfiguration config = new IgniteConfiguration(given);
        Deployment.isolate(config);
        config.setSegmentationPolicy(SegmentationPolicy.STOP);
        config.setMetricsLogFrequency(0);
        if (config.getFailureDetectionTimeout().equals(IgniteConfiguration.DFLT_FAILURE_DETECTION_TIMEOUT)) {
            config.setFailureDetectionTimeout(SILENCE_MILLIS);
            config.setMetricsUpdateFrequency(SILENCE_MILLIS / 2);
        }
        if (config.getWorkDirectory() == null) {
            config.setWorkDirectory(work.toString());
        }
        if (config.getGridLogger() == null) {
            config.setGridLogger(new QuietLogger());
        }
        if (config.getDataStorageConfiguration() == null) {
            config.setDataStorageConfiguration(littleMemory());
        }
        network(config, addresses);
        return config;
    }

    private static void refuse(IgniteConfiguration given) {
        if (Boolean.TRUE.equals(given.isClientMode())) {
            throw new IllegalArgumentException(
                    "this configuration is of a client node, which loses sight of all workers when"
                            + " one server hangs. Leave clientMode out: the driver's node holds no data either way.");
        }
    }

    private static void network(IgniteConfiguration config, List<String> addresses) {
        if (config.getDiscoverySpi() == null) {
            config.setDiscoverySpi(ownPorts(new TcpDiscoverySpi(), addresses.get(0)));
        }
        if (config.getDiscoverySpi() instanceof TcpDiscoverySpi discovery) {
            if (discovery.getIpFinder() == null) {
                discovery.setIpFinder(new TcpDiscoveryVmIpFinder().setAddresses(addresses));
            }
            if (config.getLocalHost() == null) {
                config.setLocalHost(localHost(discovery.getIpFinder()));
            }
        }
        if (config.getCommunicationSpi() == null) {
            config.setCommunicationSpi(new TcpCommunicationSpi().setMessageQueueLimit(1024));
        }
        if (config.getConnectorConfiguration() != null
                && config.getConnectorConfiguration().getHost() == null) {
            config.setConnectorConfiguration(null);
        }
        if (config.getClientConnectorConfiguration() != null
                && config.getClientConnectorConfiguration().getHost() == null) {
            config.setClientConnectorConfiguration(null);
        }
    }

    /** Listens at the ports where others look. */
    private static TcpDiscoverySpi ownPorts(TcpDiscoverySpi discovery, String address) {
        int colon = address.lastIndexOf(':');
        if (colon > 0 && colon == address.indexOf(':')) {
            String[] ends = address.substring(colon + 1).split("\\.\\.", 2);
            discovery.setLocalPort(Integer.parseInt(ends[0]));
            if (ends.length > 1) {
                discovery.setLocalPortRange(Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]));
            }
        }
        return discovery;
    }

    /**
     * The own address to be found at: loopback among loopback addresses, else the one that leads to the first of the others. Where
     * addresses come from elsewhere, Ignite takes all that this machine has.
     */
    private static @Nullable String localHost(TcpDiscoveryIpFinder finder) {
        if (finder.getClass() != TcpDiscoveryVmIpFinder.class) {
            return null;
        }
        for (InetSocketAddress address : finder.getRegisteredAddresses()) {
            InetAddress other = resolved(address);
            if (!other.isLoopbackAddress()) {
                return towards(other);
            }
        }
        return LOCALHOST;
    }

    private static InetAddress resolved(InetSocketAddress address) {
        try {
            return InetAddress.getByName(address.getHostString());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no such host: " + address.getHostString(), e);
        }
    }

    /** Sends nothing: the system only says which of the machine's addresses it would take. */
    private static String towards(InetAddress other) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(other, 47500));
            return socket.getLocalAddress().getHostAddress();
        } catch (IOException e) {
            throw new IllegalArgumentException("no network leads to " + other, e);
        }
    }

    private static DataStorageConfiguration littleMemory() {
        return new DataStorageConfiguration()
                .setDefaultDataRegionConfiguration(new DataRegionConfiguration()
                        .setName("default")
                        .setInitialSize(16 * MEBIBYTE)
                        .setMaxSize(128 * MEBIBYTE));
    }

    static void mark(IgniteConfiguration config, String name, Object value) {
        Map<String, Object> attributes = new HashMap<>();
        if (config.getUserAttributes() != null) {
            attributes.putAll(config.getUserAttributes());
        }
        attributes.put(name, value);
        config.setUserAttributes(attributes);
    }
}
