package dev.bide.cluster.ignite;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.events.DiscoveryEvent;
import org.apache.ignite.events.EventType;
import org.apache.ignite.lang.IgnitePredicate;
import org.apache.ignite.spi.discovery.tcp.internal.TcpDiscoveryNode;
import org.apache.ignite.spi.discovery.tcp.ipfinder.TcpDiscoveryIpFinder;

/**
 * Where the nodes of a cluster are. One that is cut off looks for them there, too: should those it was told of be gone or hang, it
 * would find nobody and found a cluster of its own, which no driver ever sees.
 */
final class Neighbours {
    private volatile Collection<InetSocketAddress> addresses = List.of();

    /** Remembers who is there whenever a node joins; those that fail are kept until then, for they may only seem to. */
    void watch(Ignite node) {
        IgnitePredicate<DiscoveryEvent> joined = event -> {
            remember(event.topologyNodes());
            return true;
        };
        remember(node.cluster().nodes());
        node.events().localListen(joined, EventType.EVT_NODE_JOINED);
    }

    private void remember(Collection<ClusterNode> nodes) {
        addresses = nodes.stream()
                .filter(TcpDiscoveryNode.class::isInstance)
                .flatMap(node -> ((TcpDiscoveryNode) node).socketAddresses().stream())
                .toList();
    }

    /** Finders that nodes share know of all by themselves. */
    void tell(TcpDiscoveryIpFinder finder) {
        if (!finder.isShared() && !addresses.isEmpty()) {
            finder.registerAddresses(addresses);
        }
    }
}
