package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.cluster.ignite.IgniteScheduler;
import dev.bide.cluster.ignite.IgniteWorkers;
import dev.bide.remote.BrainOptions;
import dev.bide.remote.driver.RemoteOptions;
import dev.bide.schedule.Scheduler;
import java.time.Duration;
import java.util.List;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.ssl.SslContextFactory;

/** Guide, page 14: the same graphs on a cluster. */
public final class Clustered {
    private Clustered() {}

    static void join(Delayed<?> result) {
        // [join]
        try (Scheduler cluster = IgniteScheduler.join()) {
            System.out.println(result.compute(cluster));
        }
        // [/join]
    }

    static void local(Delayed<?> result) {
        // [local]
        try (IgniteWorkers workers = IgniteWorkers.startLocal(3);
                Scheduler cluster = IgniteScheduler.join()) {
            System.out.println(workers.howToConnect()); // for other programs
            System.out.println(result.compute(cluster));
        }
        // [/local]
    }

    static IgniteConfiguration tls(char[] password) {
        // [tls]
        SslContextFactory tls = new SslContextFactory();
        tls.setKeyStoreFilePath("/etc/bide/keys.p12"); // this node's own key
        tls.setKeyStorePassword(password);
        tls.setTrustStoreFilePath("/etc/bide/trusted.p12"); // the certificates of all nodes, or of who signed them
        tls.setTrustStorePassword(password);

        IgniteConfiguration config = new IgniteConfiguration().setSslContextFactory(tls);
        // [/tls]
        return config;
    }

    static void start(IgniteConfiguration config, Delayed<?> result) {
        // [start]
        try (Scheduler cluster = IgniteScheduler.start(config)) {
            System.out.println(result.compute(cluster));
        }
        // [/start]
    }

    static Scheduler backups(IgniteConfiguration config) {
        // [backups]
        var brain = BrainOptions.defaults().backupFrom(Duration.ofSeconds(10));
        Scheduler cluster =
                IgniteScheduler.start(config, RemoteOptions.defaults().brain(brain));
        // [/backups]
        return cluster;
    }

    /**
     * Starts a cluster of three on this machine and computes on it. It needs the flags of page 14, and some ten seconds.
     *
     * @param args {@code start}; without it, it does nothing
     */
    public static void main(String[] args) {
        if (List.of(args).contains("start")) {
            local(task((Integer x) -> x * 2).call(21));
        }
    }
}
