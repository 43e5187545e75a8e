package dev.bide.remote.worker;

import java.nio.ByteBuffer;

/**
 * Worker's side of an engine: how a {@link WorkerNode} reaches its driver and its peers. Safe from any thread; never
 * blocks; in order for each addressee. A message may come in parts, so that nobody has to copy large ones; the buffers
 * are not changed after.
 */
public interface Link {
    /**
     * Sends to the driver.
     *
     * @param message one message, in parts
     */
    void toDriver(ByteBuffer... message);

    /**
     * Sends to another worker. If it cannot be reached or is gone, the node is told so by {@link WorkerNode#peerLost}.
     *
     * @param address how its peers reach it
     * @param message one message, in parts
     */
    void toPeer(String address, ByteBuffer... message);
}
