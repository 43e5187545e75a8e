package dev.bide.cluster.ignite;

import dev.bide.remote.worker.Inbox;
import dev.bide.remote.worker.Link;
import dev.bide.remote.worker.WorkerSettings;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One worker of one driver, on the worker's node: what it is told comes in order and by one thread at a time. */
final class Station implements Link {
    private final int worker;
    private final Executor executor;
    private final Post post;
    private final Outgoing toDriver;
    private final Map<String, Outgoing> toPeers = new ConcurrentHashMap<>();
    private final Map<String, Incoming> fromPeers = new HashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Serial serial = new Serial();
    private final Incoming fromDriver;
    private @Nullable Inbox inbox;
    private volatile boolean ended;

    Station(int worker, UUID driver, Executor executor, Post post) {
        this.worker = worker;
        this.executor = executor;
        this.post = post;
        toDriver =
                new Outgoing(worker, Packet.DRIVER, executor, packet -> post.carry(driver, packet), failure -> end());
        fromDriver = new Incoming(message -> inbox().fromDriver(message));
    }

    /** Begins with an inbox, which may send at once. */
    void open(Inbox.Maker maker, WorkerSettings settings) {
        inbox = maker.make(settings, this);
    }

    @Override
    public void toDriver(ByteBuffer... message) {
        toDriver.send(message);
    }

    @Override
    public void toPeer(String address, ByteBuffer... message) {
        if (!ended && !gone.contains(address)) {
            toPeers.computeIfAbsent(address, this::outgoing).send(message);
        }
        if (gone.contains(address)) {
            executor.execute(() -> serial.run(() -> tellLost(address))); // not from within the call
        }
    }

    private Outgoing outgoing(String address) {
        UUID node = Marks.node(address);
        return new Outgoing(
                worker,
                Marks.worker(address),
                executor,
                packet -> post.carry(node, packet),
                failure -> serial.run(() -> forget(address)));
    }

    void received(UUID node, Packet packet) {
        serial.run(() -> take(node, packet));
    }

    private void take(UUID node, Packet packet) {
        if (ended) {
            return;
        }
        String address = Marks.address(node, packet.from());
        if (packet.kind() == Packet.GONE) {
            forget(address);
        } else if (packet.from() == Packet.DRIVER) {
            fromDriver.take(packet);
        } else if (!gone.contains(address)) {
            fromPeers.computeIfAbsent(address, this::incoming).take(packet);
        }
    }

    private Incoming incoming(String address) {
        return new Incoming(message -> inbox().fromPeer(address, message));
    }

    /** A node has left the cluster; tells of those on it that this worker ever heard of. */
    void nodeLeft(UUID node) {
        String prefix = node + "/";
        serial.run(() -> Stream.concat(toPeers.keySet().stream(), fromPeers.keySet().stream())
                .filter(address -> address.startsWith(prefix))
                .distinct()
                .toList()
                .forEach(this::forget));
    }

    /** A peer that is lost never comes back: as a new worker it has a new address. */
    private void forget(String address) {
        if (gone.add(address)) {
            Outgoing outgoing = toPeers.remove(address);
            if (outgoing != null) {
                outgoing.end();
            }
            fromPeers.remove(address);
            tellLost(address);
        }
    }

    private void tellLost(String address) {
        if (!ended) {
            inbox().peerLost(address);
        }
    }

    /** Ends the worker; comes back when it is told. */
    void end() {
        serial.run(() -> {
            if (!ended) {
                ended = true;
                toDriver.end();
                toPeers.values().forEach(Outgoing::end);
                closeInbox();
            }
        });
    }

    private void closeInbox() {
        try {
            inbox().close();
        } catch (LinkageError driverIsGone) {
            // A class that only the end needs cannot come any more, and nobody is there for whom to end in order.
        }
    }

    private Inbox inbox() {
        if (inbox == null) {
            throw new IllegalStateException("nothing is sent to a worker before it is there");
        }
        return inbox;
    }
}
