package dev.bide.cluster.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.ignite.IgniteState;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.apache.ignite.events.DiscoveryEvent;
import org.apache.ignite.events.EventType;
import org.apache.ignite.lang.IgnitePredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipTest {
    private final List<String> addresses = List.of(FreePorts.addresses());

    //   driver   worker, which its cluster takes for dead
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "own-name")
    void changed_nodeCutOff_joinsAgainAsAnother(String name) throws InterruptedException {
        LinkedBlockingQueue<UUID> joined = new LinkedBlockingQueue<>();
        IgnitePredicate<DiscoveryEvent> onJoined =
                event -> joined.add(event.eventNode().id());
        try (OwnedNode driver = OwnedNode.driver(new IgniteConfiguration(), addresses)) {
            driver.ignite().events().localListen(onJoined, EventType.EVT_NODE_JOINED);
            try (Membership worker =
                    new Membership(() -> new IgniteConfiguration().setIgniteInstanceName(name), addresses)) {
                UUID first = joined.poll(1, TimeUnit.MINUTES);
                Ignition.stop(name, true);

                worker.changed(name, IgniteState.STOPPED_ON_SEGMENTATION);

                assertThat(joined.poll(1, TimeUnit.MINUTES)).isNotNull().isNotEqualTo(first);
            }
        }
    }
}
