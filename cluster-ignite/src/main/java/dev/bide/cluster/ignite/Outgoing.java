package dev.bide.cluster.ignite;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The messages from here to one addressee. Ignite may block in sending (it connects, it waits for room), so another thread
 * sends; what has gathered meanwhile goes as one packet, what is large goes as several.
 */
final class Outgoing {
    /** So many bytes a packet has at most: large enough to cost little each, small enough to be copied about. */
    static final int PIECE = 4 << 20;

    /** Hands a packet to Ignite; may block. */
    interface Carrier {
        void carry(byte[] packet);
    }

    private final int from;
    private final int to;
    private final Executor executor;
    private final Carrier carrier;
    private final Consumer<RuntimeException> onFailure;

    private final Queue<ByteBuffer[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();

    /** The sending thread's: what is in its hands, and how much that is. */
    private final ArrayDeque<ByteBuffer> taken = new ArrayDeque<>();

    private long bytes;
    private long number;
    private volatile boolean ended;

    Outgoing(int from, int to, Executor executor, Carrier carrier, Consumer<RuntimeException> onFailure) {
        this.from = from;
        this.to = to;
        this.executor = executor;
        this.carrier = carrier;
        this.onFailure = onFailure;
    }

    void send(ByteBuffer... message) {
        if (ended) {
            return;
        }
        waiting.add(Frames.framed(message));
        if (open.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    /** Drops what has not been sent. */
    void end() {
        ended = true;
        waiting.clear();
    }

    private void drain() {
        int seen = 1;
        while (seen != 0) {
            for (byte[] packet = next(); packet != null; packet = next()) {
                carry(packet);
            }
            seen = open.addAndGet(-seen);
        }
    }

    private void carry(byte[] packet) {
        if (ended) {
            return;
        }
        try {
            carrier.carry(packet);
        } catch (RuntimeException e) {
            end();
            onFailure.accept(e);
        }
    }

    private byte @Nullable [] next() {
        while (bytes < PIECE) {
            ByteBuffer[] message = waiting.poll();
            if (message == null) {
                break;
            }
            for (ByteBuffer part : message) {
                taken.add(part);
                bytes += part.remaining();
            }
        }
        return bytes == 0 ? null : packed((int) Math.min(bytes, PIECE));
    }

    private byte[] packed(int size) {
        byte[] packet = new byte[Packet.HEADER + size];
        ByteBuffer piece = Packet.head(packet, Packet.DATA, from, to, number++);
        while (piece.hasRemaining()) {
            ByteBuffer part = taken.getFirst();
            int length = Math.min(part.remaining(), piece.remaining());
            piece.put(part.slice(part.position(), length));
            part.position(part.position() + length);
            if (!part.hasRemaining()) {
                taken.removeFirst();
            }
        }
        bytes -= size;
        return packet;
    }
}
