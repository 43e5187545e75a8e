package dev.bide.verify.remote;

import dev.bide.remote.WorkerPool;
import dev.bide.remote.worker.Link;
import dev.bide.remote.worker.WorkerNode;
import dev.bide.remote.worker.WorkerSettings;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Workers in this JVM: the smallest engine there is, and what one has to do. All that is said goes through bytes and arrives in
 * the order in which it was said.
 */
public final class LoopbackPool implements WorkerPool {
    private final int workers;
    private final int threads;
    private final Map<Integer, Seat> seats = new ConcurrentHashMap<>();
    private Listener listener;

    public LoopbackPool(int workers, int threads) {
        this.workers = workers;
        this.threads = threads;
    }

    @Override
    public void start(Listener hears) {
        listener = hears;
        for (int i = 1; i <= workers; i++) {
            join(i);
        }
    }

    private void join(int number) {
        Seat seat = new Seat(number);
        seats.put(number, seat);
        listener.joined(number, seat.name, threads, seat.name);
    }

    /** Loses a worker and brings another. */
    void replace(int number, int by, String cause) {
        dismiss(number, cause);
        join(by);
    }

    @Override
    public void send(int worker, ByteBuffer... message) {
        Seat seat = seats.get(worker);
        if (seat != null) {
            ByteBuffer whole = whole(message);
            seat.hears(() -> seat.node.fromDriver(whole));
        }
    }

    @Override
    public void dismiss(int worker, String why) {
        Seat seat = seats.remove(worker);
        if (seat != null) {
            seat.close();
            seats.values().forEach(other -> other.hears(() -> other.node.peerLost(seat.name)));
            listener.lost(worker, why, null);
        }
    }

    @Override
    public void close() {
        seats.values().forEach(Seat::close);
        seats.clear();
    }

    @Override
    public String toString() {
        return "loopback(" + workers + ")";
    }

    private static ByteBuffer whole(ByteBuffer... parts) {
        int size = 0;
        for (ByteBuffer part : parts) {
            size += part.remaining();
        }
        ByteBuffer whole = ByteBuffer.allocate(size);
        for (ByteBuffer part : parts) {
            whole.put(part.duplicate());
        }
        return whole.flip();
    }

    /** A worker with its ways in and out. */
    private final class Seat implements Link {
        private final int number;
        private final String name;
        private final ExecutorService in = Executors.newSingleThreadExecutor();
        private final ExecutorService out = Executors.newSingleThreadExecutor();
        private final WorkerNode node;

        Seat(int number) {
            this.number = number;
            this.name = "worker " + number;
            ClassLoader loader = LoopbackPool.class.getClassLoader();
            this.node = new WorkerNode(new WorkerSettings(name, threads, loader), this);
        }

        void hears(Runnable what) {
            if (!in.isShutdown()) {
                in.execute(what);
            }
        }

        @Override
        public void toDriver(ByteBuffer... message) {
            ByteBuffer whole = whole(message);
            if (!out.isShutdown()) {
                out.execute(() -> {
                    if (seats.get(number) == this) {
                        listener.said(number, whole);
                    }
                });
            }
        }

        @Override
        public void toPeer(String address, ByteBuffer... message) {
            ByteBuffer whole = whole(message);
            Seat peer = seats.values().stream()
                    .filter(seat -> seat.name.equals(address))
                    .findFirst()
                    .orElse(null);
            if (peer == null) {
                hears(() -> node.peerLost(address));
            } else {
                peer.hears(() -> peer.node.fromPeer(name, whole));
            }
        }

        void close() {
            in.shutdownNow();
            out.shutdownNow();
            node.close();
        }
    }
}
