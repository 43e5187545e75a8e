package dev.bide.cluster.ignite;

import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.ignite.Ignite;
import org.apache.ignite.IgniteCheckedException;
import org.apache.ignite.IgniteException;
import org.apache.ignite.internal.GridKernalContext;
import org.apache.ignite.internal.IgniteEx;
import org.apache.ignite.internal.managers.communication.GridIoPolicy;
import org.apache.ignite.internal.managers.communication.GridMessageListener;
import org.apache.ignite.internal.util.GridByteArrayList;

/**
 * Packets of one topic between nodes, by what {@code IgniteMessaging} is itself made of. That one looks for the class of each
 * message among the code that the sender has deployed, {@code byte[]} too, and drops messages as outdated ({@code "a class that
 * has been redeployed"}) as soon as the sender has deployed code from another loader; and it shares its threads with
 * the jobs of everyone who uses the cluster. Here nothing is looked up, nothing serialised, and Ignite's own threads deliver.
 */
final class Post {
    private final GridKernalContext ignite;
    private final String topic;
    private final GridMessageListener onMessage;

    Post(Ignite ignite, String topic, BiConsumer<UUID, byte[]> received) {
        this.ignite = ((IgniteEx) ignite).context();
        this.topic = topic;
        onMessage = (node, message, policy) -> received.accept(node, bytes((GridByteArrayList) message));
    }

    private static byte[] bytes(GridByteArrayList message) {
        byte[] all = message.internalArray();
        return all.length == message.size() ? all : message.array();
    }

    void open() {
        ignite.io().addMessageListener(topic, onMessage);
    }

    void close() {
        ignite.io().removeMessageListener(topic, onMessage);
    }

    /** Sends a packet; may block. */
    void carry(UUID node, byte[] packet) {
        try {
            ignite.io().sendToCustomTopic(node, topic, new GridByteArrayList(packet), GridIoPolicy.SYSTEM_POOL);
        } catch (IgniteCheckedException e) {
            throw new IgniteException(e.getMessage(), e);
        }
    }
}
