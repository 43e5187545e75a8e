package dev.bide.remote.worker;

import dev.bide.remote.codec.Codec;
import dev.bide.remote.internal.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** What all parts of a worker need: who it is, whom it can reach, and the codec once the driver has named it. */
final class Post {
    final WorkerSettings settings;
    final DriverClasses classes;
    final ScheduledThreadPoolExecutor timer;
    private final Link link;
    private volatile @Nullable Codec codec;
    private volatile boolean closed;

    Post(WorkerSettings settings, Link link) {
        this.settings = settings;
        this.link = link;
        this.timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, settings.name() + "-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        this.classes = new DriverClasses(this, settings.loader());
    }

    void welcome(String name) {
        codec = Codec.named(name).with(classes);
    }

    Codec codec() {
        Codec named = codec;
        if (named == null) {
            throw new MalformedException("a message came before the one that names the codec");
        }
        return named;
    }

    void toDriver(ByteBuffer... message) {
        if (!closed) {
            link.toDriver(message);
        }
    }

    void toPeer(String address, ByteBuffer... message) {
        if (!closed) {
            link.toPeer(address, message);
        }
    }

    /** To the driver, or to a peer where there is an address. */
    void send(@Nullable String address, List<ByteBuffer> message) {
        ByteBuffer[] parts = message.toArray(ByteBuffer[]::new);
        if (address == null) {
            toDriver(parts);
        } else {
            toPeer(address, parts);
        }
    }

    void atWork(int thread, int run, int task) {
        link.atWork(thread, run, task);
    }

    /** Nothing is said any more. */
    void close() {
        closed = true;
        timer.shutdownNow();
    }

    boolean isClosed() {
        return closed;
    }
}
