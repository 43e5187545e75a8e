package dev.bide.cluster.ignite;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The stream from one sender: puts its pieces in order again, and passes over what comes twice. For one thread at a time. */
final class Incoming {
    private final Frames frames;
    private final Map<Long, ByteBuffer> early = new HashMap<>();
    private long next;

    Incoming(Consumer<ByteBuffer> onMessage) {
        frames = new Frames(onMessage);
    }

    void take(Packet packet) {
        if (packet.number() != next) {
            if (packet.number() > next) {
                early.put(packet.number(), packet.piece());
            }
            return;
        }
        for (ByteBuffer piece = packet.piece(); piece != null; piece = early.remove(next)) {
            next++;
            frames.take(piece);
        }
    }
}
