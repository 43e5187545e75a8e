package dev.bide.cluster.ignite;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.DeploymentMode;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;
import org.apache.ignite.ssl.SslContextFactory;

/**
 * A node as others start it, in a JVM that has Ignite and this class only. Arguments: the first of its ports, its deployment mode,
 * its folder for files, and, for TLS, a folder with key stores.
 */
public final class StockNode {
    private StockNode() {}

    @SuppressWarnings("deprecation")
    public static void main(String... arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        IgniteConfiguration config = new IgniteConfiguration()
                .setLocalHost("127.0.0.1")
                .setPeerClassLoadingEnabled(true)
                .setDeploymentMode(DeploymentMode.valueOf(arguments[1]))
                .setWorkDirectory(arguments[2])
                .setFailureDetectionTimeout(2000)
                .setConnectorConfiguration(null)
                .setClientConnectorConfiguration(null)
                .setUserAttributes(Map.of("dev.bide.threads", 3))
                .setDiscoverySpi(new TcpDiscoverySpi()
                        .setLocalPort(port)
                        .setIpFinder(new TcpDiscoveryVmIpFinder()
                                .setAddresses(List.of("127.0.0.1:" + port + ".." + (port + 9)))));
        if (arguments.length > 3) {
            config.setSslContextFactory(tls(arguments[3]));
        }
        Ignition.start(config);
        System.out.println("node is ready");
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }

    /** Reads {@code keys.p12} and {@code trusted.p12}, both with the password {@code secret}. */
    static SslContextFactory tls(String folder) {
        SslContextFactory tls = new SslContextFactory();
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStoreFilePath(folder + "/keys.p12");
        tls.setKeyStorePassword("secret".toCharArray());
        tls.setTrustStoreType("PKCS12");
        tls.setTrustStoreFilePath(folder + "/trusted.p12");
        tls.setTrustStorePassword("secret".toCharArray());
        return tls;
    }
}
