package dev.bide.remote.worker;

import java.nio.ByteBuffer;

/**
 * What a worker hears: in earnest a {@link WorkerNode}, in an engine's tests whatever shows that messages arrive. An engine
 * brings it the messages of the driver and of other workers, in the order in which each sent them. Safe from any thread;
 * no method waits for a task.
 */
public interface Inbox extends AutoCloseable {
    /** Makes one for a worker. */
    @FunctionalInterface
    interface Maker {
        /**
         * Makes one, which may send at once.
         *
         * @param settings what the worker is
         * @param link how it reaches others
         * @return a new inbox
         */
        Inbox make(WorkerSettings settings, Link link);
    }

    /**
     * Takes a message of the driver.
     *
     * @param message the message, the worker's to keep
     */
    void fromDriver(ByteBuffer message);

    /**
     * Takes a message of another worker.
     *
     * @param address how that is reached
     * @param message the message, the worker's to keep
     */
    void fromPeer(String address, ByteBuffer message);

    /**
     * Hears that another worker is gone or cannot be reached: what was asked of it will not come.
     *
     * @param address how it was reached
     */
    void peerLost(String address);

    /** Ends the worker's work: nothing more is heard of it. */
    @Override
    void close();
}
