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

    /**
     * Notes the task that a thread of the worker is at, in a place that outlives the worker: {@link
     * dev.bide.remote.WorkerPool.Listener#lost} tells the driver what it says there at a worker's death. Takes nanoseconds.
     * An engine that has no such place does nothing, as here; then the driver finds out which task it was that ends its workers
     * by running those that it may have been one by one.
     *
     * @param thread which thread, counted from 0
     * @param run the number of the task's run
     * @param task the number of the task in its run, -1 if the thread is at none
     */
    default void atWork(int thread, int run, int task) {}
}
