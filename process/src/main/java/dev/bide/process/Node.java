package dev.bide.process;

import dev.bide.remote.worker.Link;
import dev.bide.remote.worker.WorkerNode;
import dev.bide.remote.worker.WorkerSettings;
import java.nio.ByteBuffer;

/** Who hears messages in a worker: in earnest a {@link WorkerNode}. */
interface Node {
    /** Makes one. */
    interface Maker {
        Node make(WorkerSettings settings, Link link);
    }

    void fromDriver(ByteBuffer message);

    void fromPeer(String address, ByteBuffer message);

    void peerLost(String address);

    /** A node that runs tasks. */
    static Node ofTasks(WorkerSettings settings, Link link) {
        WorkerNode node = new WorkerNode(settings, link);
        return new Node() {
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
        };
    }
}
