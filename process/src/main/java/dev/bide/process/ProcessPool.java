package dev.bide.process;

import dev.bide.remote.TaskId;
import dev.bide.remote.WorkerPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Child JVMs on this machine as a pool. One that dies is replaced, as long as {@link Losses} sees hope in it. */
final class ProcessPool implements WorkerPool, WorkerProcess.Owner {

    /** The driver's number at doors; workers' numbers begin with 1. */
    static final int DRIVER = 0;

    /** A JVM that starts takes processor time, which those that are up need most just then: they take over what was lost. */
    private static final long LATER_MILLIS = 500;

    private final int size;
    private final int threads;
    private final Launch launch;
    private final Output output;
    private final Losses losses;
    private final Map<Integer, WorkerProcess> workers = new ConcurrentHashMap<>();

    private @Nullable Home home;
    private @Nullable Listener listener;
    private int lastNumber;
    private String whyNoMore = "";
    private volatile boolean isClosed;

    ProcessPool(int size, int threads, Launch launch, Output output) {
        this.size = size;
        this.threads = threads;
        this.launch = launch;
        this.output = output;
        this.losses = new Losses(size);
    }

    /**
     * Starts the workers.
     *
     * @throws IllegalStateException if it was started before, or is closed
     * @throws UncheckedIOException if there is no place for sockets
     */
    @Override
    public synchronized void start(Listener hears) {
        if (listener != null || isClosed) {
            throw new IllegalStateException("this pool was started before, or is closed");
        }
        listener = hears;
        try {
            home = Home.open(launch, this::arrived, this::close);
        } catch (IOException e) {
            isClosed = true;
            throw new UncheckedIOException("workers cannot be started: " + e.getMessage(), e);
        }
        for (int i = 0; i < size; i++) {
            startOne(home, 0);
        }
    }

    @Override
    public void send(int worker, ByteBuffer... message) {
        WorkerProcess addressee = workers.get(worker);
        if (addressee != null) {
            addressee.send(message);
        }
    }

    @Override
    public void dismiss(int worker, String why) {
        WorkerProcess dismissed = workers.get(worker);
        if (dismissed != null) {
            dismissed.dismiss(why);
        }
    }

    @Override
    public void close() {
        Home left;
        synchronized (this) {
            isClosed = true;
            left = home;
            home = null;
        }
        if (left != null) {
            left.close(List.copyOf(workers.values()));
        }
    }

    @Override
    public void joined(WorkerProcess worker) {
        Listener hears = hears();
        synchronized (this) {
            losses.joined();
        }
        if (hears != null) {
            hears.joined(worker.number(), worker.name(), threads, Folder.nameOf(worker.number()));
        }
    }

    @Override
    public void said(WorkerProcess worker, ByteBuffer message) {
        Listener hears = hears();
        if (hears != null) {
            hears.said(worker.number(), message);
        }
    }

    @Override
    public void ended(WorkerProcess worker, boolean hadJoined, String cause) {
        workers.remove(worker.number());
        boolean isHopeless = !replaced(hadJoined, cause);
        Listener hears = hears();
        if (hears == null) {
            return;
        }
        if (hadJoined) {
            hears.lost(worker.number(), cause, atWork(worker.number()));
        }
        if (isHopeless) {
            hears.failed(reason());
        }
    }

    private @Nullable List<TaskId> atWork(int worker) {
        Home at;
        synchronized (this) {
            at = home;
        }
        return at == null ? null : at.folder().atWork(worker);
    }

    /** Starts another instead; gives false if no worker is left and none will come. */
    private synchronized boolean replaced(boolean hadJoined, String cause) {
        Home at = home;
        if (at == null) {
            return true;
        }
        String hopeless = losses.died(System.nanoTime(), hadJoined);
        if (whyNoMore.isEmpty() && !hopeless.isEmpty()) {
            whyNoMore = "no more workers are started, for " + hopeless + "; the last: " + cause;
        }
        if (whyNoMore.isEmpty()) {
            startOne(at, workers.values().stream().anyMatch(WorkerProcess::isUp) ? LATER_MILLIS : 0);
        }
        return !workers.isEmpty();
    }

    private void startOne(Home at, long delayMillis) {
        int number = ++lastNumber;
        WorkerProcess worker = new WorkerProcess(
                number,
                launch.worker(at.folder(), number, threads),
                at.token(),
                broken -> at.sender(number, broken),
                this,
                output);
        workers.put(number, worker);
        worker.start(delayMillis);
    }

    private void arrived(int from, SocketChannel channel) {
        WorkerProcess worker = workers.get(from);
        if (worker == null || !worker.welcome(channel)) {
            Home.close(channel);
        }
    }

    private synchronized String reason() {
        return whyNoMore;
    }

    private synchronized @Nullable Listener hears() {
        return isClosed ? null : listener;
    }

    /** Shows how many workers there are to be. */
    @Override
    public String toString() {
        return "processes(" + size + ")";
    }
}
