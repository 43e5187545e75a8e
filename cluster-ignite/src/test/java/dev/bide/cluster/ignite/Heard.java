package dev.bide.cluster.ignite;

import dev.bide.remote.TaskId;
import dev.bide.remote.WorkerPool;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what a pool tells, for tests to take in order. */
final class Heard implements WorkerPool.Listener {
    /** A worker that joined. */
    record Joined(int worker, String name, int threads, String address) {}

    /** A worker that was lost, and when. */
    record Lost(int worker, String cause, long nanos) {}

    final BlockingQueue<Joined> joined = new LinkedBlockingQueue<>();
    final BlockingQueue<Lost> lost = new LinkedBlockingQueue<>();
    final BlockingQueue<String> failed = new LinkedBlockingQueue<>();
    private final Map<Integer, BlockingQueue<ByteBuffer>> said = new ConcurrentHashMap<>();

    @Override
    public void joined(int worker, String name, int threads, String address) {
        joined.add(new Joined(worker, name, threads, address));
    }

    @Override
    public void lost(int worker, String cause, @Nullable List<TaskId> running) {
        lost.add(new Lost(worker, cause, System.nanoTime()));
    }

    @Override
    public void said(int worker, ByteBuffer message) {
        by(worker).add(message);
    }

    /** The pool can give no more workers. */
    @Override
    public void failed(String cause) {
        failed.add(cause);
    }

    private BlockingQueue<ByteBuffer> by(int worker) {
        return said.computeIfAbsent(worker, absent -> new LinkedBlockingQueue<>());
    }

    ByteBuffer next(int worker) throws InterruptedException {
        return within(by(worker));
    }

    String text(int worker) throws InterruptedException {
        return EchoInbox.text(next(worker));
    }

    static <T> T within(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came for 20 seconds");
        }
        return next;
    }
}
