package dev.bide.cluster.ignite;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.ignite.Ignite;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.events.DiscoveryEvent;
import org.apache.ignite.events.EventType;
import org.apache.ignite.lang.IgnitePredicate;
import org.apache.ignite.spi.discovery.tcp.internal.TcpDiscoveryNode;
import org.apache.ignite.spi.discovery.tcp.ipfinder.TcpDiscoveryIpFinder;

/**
 * The nodes that a worker has in its cluster, and where they are.
 *
 * <p>A worker that joins again looks for all of them. Should those that it was told of hang or be gone, it would find nobody and be a
 * cluster of its own, which no driver ever sees.
 */
final class Neighbours {
    /** What a look at a node's address shows. */
    enum Sight {
        THERE,
        GONE,
        UNKNOWN
    }

    private static final int PATIENCE_MILLIS = 2_000;

    private volatile List<InetSocketAddress> addresses = List.of();

    /**
     * Remembers who else is there whenever a node joins; those that fail are kept until then, for they may only seem to, and all
     * of them as long as nobody else is there.
     *
     * @param driverFailed hears where a driver was that failed when there is no other
     */
    void watch(Ignite node, Consumer<List<InetSocketAddress>> driverFailed) {
        IgnitePredicate<DiscoveryEvent> changed = event -> {
            if (event.type() == EventType.EVT_NODE_JOINED) {
                remember(event.topologyNodes());
            } else if (Marks.isDriver(event.eventNode())
                    && event.topologyNodes().stream().noneMatch(Marks::isDriver)) {
                driverFailed.accept(addresses(event.eventNode()).toList());
            }
            return true;
        };
        remember(node.cluster().nodes());
        node.events().localListen(changed, EventType.EVT_NODE_JOINED, EventType.EVT_NODE_FAILED);
    }

    private void remember(Collection<ClusterNode> nodes) {
        List<InetSocketAddress> there = nodes.stream()
                .filter(node -> !node.isLocal())
                .flatMap(Neighbours::addresses)
                .toList();
        if (!there.isEmpty()) {
            addresses = there;
        }
    }

    private static Stream<InetSocketAddress> addresses(ClusterNode node) {
        return node instanceof TcpDiscoveryNode known ? known.socketAddresses().stream() : Stream.empty();
    }

    /** Where the others are, or were when there were any. */
    List<InetSocketAddress> addresses() {
        return addresses;
    }

    /** Finders that nodes share know of all by themselves. */
    void tell(TcpDiscoveryIpFinder finder) {
        if (!finder.isShared() && !addresses.isEmpty()) {
            finder.registerAddresses(addresses);
        }
    }

    /** Looks whether anybody listens where other nodes were. A machine that does not answer may have gone, or be cut off. */
    static Sight look(ClusterNode from, List<InetSocketAddress> where) {
        List<InetSocketAddress> own = addresses(from).toList();
        List<Sight> seen = where.stream()
                .filter(address -> !own.contains(address))
                .map(Neighbours::look)
                .toList();
        if (seen.contains(Sight.THERE)) {
            return Sight.THERE;
        }
        return seen.contains(Sight.UNKNOWN) ? Sight.UNKNOWN : Sight.GONE;
    }

    private static Sight look(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return Sight.THERE;
        } catch (ConnectException refused) {
            return Sight.GONE;
        } catch (IOException e) {
            return Sight.UNKNOWN;
        }
    }
}
