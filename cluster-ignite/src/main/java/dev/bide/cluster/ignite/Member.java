package dev.bide.cluster.ignite;

import dev.bide.remote.WorkerPool;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One worker as its driver sees it. What it says is told after it has joined and before it is lost. */
final class Member {
    private enum State {
        COMING,
        HERE,
        LOST
    }

    final int number;
    final UUID node;
    final String name;

    private final Outgoing outgoing;
    private final WorkerPool.Listener listener;
    private final Incoming incoming;
    private final Serial serial = new Serial();
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private final List<Packet> early = new ArrayList<>();
    private State state = State.COMING;

    Member(int number, UUID node, String name, Outgoing outgoing, WorkerPool.Listener listener) {
        this.number = number;
        this.node = node;
        this.name = name;
        this.outgoing = outgoing;
        this.listener = listener;
        incoming = new Incoming(this::said);
    }

    void send(ByteBuffer... message) {
        outgoing.send(message);
    }

    void joined(int threads) {
        serial.run(() -> {
            if (state == State.COMING) {
                state = State.HERE;
                listener.joined(number, name, threads, Marks.address(node, number));
                early.forEach(incoming::take);
                early.clear();
                settled.complete(null);
            }
        });
    }

    void received(Packet packet) {
        serial.run(() -> {
            if (state == State.COMING) {
                early.add(packet);
            } else {
                incoming.take(packet);
            }
        });
    }

    private void said(ByteBuffer message) {
        if (state == State.HERE) {
            listener.said(number, message);
        }
    }

    /** The node does not become a worker: nothing is told of it. */
    void refused(RuntimeException failure) {
        settled.completeExceptionally(failure);
        lost(null);
    }

    /** Ends when it has joined, with an exception if it never will. */
    CompletableFuture<Void> settled() {
        return settled;
    }

    /** Tells that it is lost, if it had joined; without a cause nothing is told. */
    void lost(@Nullable String cause) {
        outgoing.end();
        serial.run(() -> {
            if (state == State.HERE && cause != null) {
                listener.lost(number, cause, null);
            }
            state = State.LOST;
            settled.completeExceptionally(new IllegalStateException(cause == null ? "it was not needed" : cause));
        });
    }
}
