package dev.bide.cluster.ignite;

import dev.bide.remote.worker.Link;
import dev.bide.remote.worker.WorkerNode;
import dev.bide.remote.worker.WorkerSettings;
import java.nio.ByteBuffer;

/** Whom a station feeds: a {@link WorkerNode}, or what a test puts there. Called by one thread at a time. */
interface Tenant extends AutoCloseable {
    /** Makes tenants; named by its class, which must have a constructor without arguments. */
    interface Maker {
        Tenant make(WorkerSettings settings, Link link);
    }

    void fromDriver(ByteBuffer message);

    void fromPeer(String address, ByteBuffer message);

    void peerLost(String address);

    @Override
    void close();

    /** Makes what runs tasks. */
    final class Workers implements Maker {
        @Override
        public Tenant make(WorkerSettings settings, Link link) {
            return new Worker(new WorkerNode(settings, link));
        }
    }

    /** Passes everything on. */
    record Worker(WorkerNode node) implements Tenant {
        @Override
        public void fromDriver(ByteBuffer message) {
            node.fromDriver(message);
        }

        @Override
        public void fromPeer(String address, ByteBuffer message) {
            node.fromPeer(address, message);
        }

        @Override
        public void peerLost(String address) {
            node.peerLost(address);
        }

        @Override
        public void close() {
            try {
                node.close();
            } catch (LinkageError driverIsGone) {
                // A class that only the end needs cannot come any more, and nobody is there for whom to end in order.
            }
        }
    }
}
