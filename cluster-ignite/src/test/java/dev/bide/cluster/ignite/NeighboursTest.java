package dev.bide.cluster.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cluster.ignite.Neighbours.Sight;
import java.net.InetSocketAddress;
import java.util.List;
import org.apache.ignite.cluster.ClusterNode;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.spi.discovery.tcp.TcpDiscoverySpi;
import org.apache.ignite.spi.discovery.tcp.ipfinder.vm.TcpDiscoveryVmIpFinder;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private final Neighbours neighbours = new Neighbours();
    private final String addresses = FreePorts.addresses();
    private final int elsewhere = firstPort(FreePorts.addresses());

    //   worker        a driver joins at a port that the worker was not told of
    @Test
    void tell_nodeThatJoinedFromElsewhere_isLookedForThereEvenAfterItFailed() {
        TcpDiscoveryVmIpFinder finder = new TcpDiscoveryVmIpFinder().setAddresses(List.of(addresses));
        try (OwnedNode worker = OwnedNode.worker(new IgniteConfiguration(), List.of(addresses), neighbours)) {
            neighbours.watch(worker.ignite(), where -> {});
            OwnedNode.driver(fromElsewhere(), List.of(addresses)).close();
        }
        neighbours.tell(finder);

        assertThat(finder.getRegisteredAddresses())
                .hasSizeGreaterThan(10)
                .extracting(InetSocketAddress::getPort)
                .contains(elsewhere);
    }

    private static int firstPort(String range) {
        return Integer.parseInt(range.substring(range.indexOf(':') + 1, range.indexOf("..")));
    }

    private IgniteConfiguration fromElsewhere() {
        return new IgniteConfiguration()
                .setDiscoverySpi(new TcpDiscoverySpi()
                        .setLocalPort(elsewhere)
                        .setLocalPortRange(0)
                        .setIpFinder(new TcpDiscoveryVmIpFinder().setAddresses(List.of(addresses))));
    }

    //   worker   driver
    @Test
    void look_driverThatIsThereAndThatIsGone_tellsWhich() {
        try (OwnedNode worker = OwnedNode.worker(new IgniteConfiguration(), List.of(addresses), neighbours)) {
            neighbours.watch(worker.ignite(), where -> {});
            ClusterNode local = worker.ignite().cluster().localNode();
            try (OwnedNode driver = OwnedNode.driver(fromElsewhere(), List.of(addresses))) {
                assertThat(driver.isUp()).isTrue();
                assertThat(Neighbours.look(local, neighbours.addresses())).isEqualTo(Sight.THERE);
            }

            assertThat(neighbours.addresses())
                    .extracting(InetSocketAddress::getPort)
                    .containsExactly(elsewhere);
            assertThat(Neighbours.look(local, neighbours.addresses())).isEqualTo(Sight.GONE);
            assertThat(Neighbours.look(local, List.of())).isEqualTo(Sight.GONE);
        }
    }

    @Test
    void tell_nothingKnown_leavesTheFinderAsItIs() {
        TcpDiscoveryVmIpFinder finder = new TcpDiscoveryVmIpFinder().setAddresses(List.of("127.0.0.1:47500"));

        neighbours.tell(finder);

        assertThat(finder.getRegisteredAddresses()).hasSize(1);
    }
}
