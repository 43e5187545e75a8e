package dev.bide.remote.driver;

import dev.bide.graph.Plan;
import dev.bide.internal.run.Endings;
import dev.bide.internal.run.Shutdown;
import dev.bide.remote.Brain;
import dev.bide.remote.Command;
import dev.bide.remote.Event;
import dev.bide.remote.TaskId;
import dev.bide.remote.WorkerPool;
import dev.bide.remote.codec.Codec;
import dev.bide.schedule.RunOptions;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Has the brain and the one thread that asks it. Whoever hears something of a worker, or wants something of a run, puts that in the
 * mailbox; the thread tells the brain and does what it says.
 */
final class Driver implements WorkerPool.Listener {
    private static final System.Logger LOG = System.getLogger("dev.bide");
    private static final AtomicInteger COUNT = new AtomicInteger();

    final RemoteOptions options;
    final ClassLoader loader;
    final Codec codec;
    final WorkerPool pool;
    final ClassFiles classFiles = new ClassFiles(this::askFirst);
    final Mailbox mailbox = new Mailbox();
    final Brain brain;
    final Map<Integer, Peer> peers = new ConcurrentHashMap<>();
    final Map<Integer, RemoteRun<?>> runs = new ConcurrentHashMap<>();
    private final AtomicInteger runNumbers = new AtomicInteger();
    private final Orders orders;
    private final Hearing hearing;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable String broken;
    private final NavigableSet<Long> wakeAt = new TreeSet<>();

    Driver(WorkerPool pool, RemoteOptions options) {
        this.pool = pool;
        this.options = options;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = context == null ? ClassLoader.getSystemClassLoader() : context;
        this.loader = classFiles.loader(own);
        this.codec = options.codec().with(loader);
        this.brain = new Brain(options.brain());
        this.orders = new Orders(this);
        this.hearing = new Hearing(this);
        this.thread = new Thread(this::work, "bide-driver-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
        pool.start(this);
    }

    // ---------------------------------------------------------------- the thread

    private void work() {
        while (!closed || !runs.isEmpty()) {
            long now = System.nanoTime();
            Runnable step = mailbox.next(wakeAt.isEmpty() ? now + Long.MAX_VALUE / 2 : wakeAt.first());
            try {
                if (step == null) {
                    long late = System.nanoTime();
                    wakeAt.headSet(late, true).clear();
                    tell(new Event.Woke(late));
                } else {
                    step.run();
                }
            } catch (Throwable bug) {
                crash(bug);
            }
        }
    }

    void wakeAt(long nanos) {
        wakeAt.add(nanos);
    }

    /** In the driver's thread: something has happened. */
    void tell(Event event) {
        for (Command command : brain.on(event)) {
            orders.carryOut(command);
        }
    }

    /** In the driver's thread: a run has got on. */
    void publish(RemoteRun<?> run) {
        run.progress(brain.progress(run.number));
    }

    /** Nothing can be said of what the brain knows now, so all ends. */
    private void crash(Throwable bug) {
        LOG.log(Level.ERROR, "Bide itself failed; all runs of this scheduler end", bug);
        broken = "Bide itself failed in another run of this scheduler";
        for (RemoteRun<?> run : runs.values()) {
            run.broke(bug);
            run.ended(new Command.End(run.number, null, Map.of(), List.of(), run.progress()));
        }
    }

    // ---------------------------------------------------------------- runs

    <T extends @Nullable Object> RemoteRun<T> start(Plan plan, RunOptions runOptions) {
        refuseIfClosed();
        RunGraph graph = new RunGraph(plan, codec, classFiles);
        RemoteRun<T> run = new RemoteRun<>(this, runNumbers.incrementAndGet(), graph, runOptions);
        runs.put(run.number, run);
        Shutdown.watch(run);
        mailbox.add(() -> {
            run.started();
            tell(new Event.RunAsked(run.number, plan, runOptions, System.nanoTime()));
            publishIfThere(run);
        });
        if (closed) {
            cancel(run, Endings.SCHEDULER_CLOSED);
        }
        return run;
    }

    private void publishIfThere(RemoteRun<?> run) {
        if (runs.containsKey(run.number)) {
            publish(run);
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw Endings.closed();
        }
        String why = broken;
        if (why != null) {
            throw new IllegalStateException("this scheduler runs nothing any more: " + why);
        }
    }

    boolean cancel(RemoteRun<?> run, String why) {
        if (run.isDone() || !run.cancelling.compareAndSet(false, true)) {
            return false;
        }
        mailbox.add(() -> tell(new Event.RunCancelled(run.number, why, System.nanoTime())));
        return true;
    }

    /** Ends a run because of what should not have happened. */
    void breakUp(RemoteRun<?> run, Throwable thrown) {
        mailbox.add(() -> {
            run.broke(thrown);
            tell(new Event.RunCancelled(run.number, "it broke", System.nanoTime()));
        });
    }

    void forget(RemoteRun<?> run) {
        runs.remove(run.number);
        Shutdown.forget(run);
        if (closed) {
            mailbox.add(() -> {});
        }
    }

    String story(String key) {
        CompletableFuture<String> told = new CompletableFuture<>();
        mailbox.add(() -> told.complete(brain.story(key)));
        return told.join();
    }

    /** Runs end first, so that their tasks have answered their interrupt, or their grace time is over. */
    void close() {
        closed = true;
        runs.values().forEach(run -> cancel(run, Endings.SCHEDULER_CLOSED));
        mailbox.add(() -> {});
        boolean interrupted = false;
        while (thread.isAlive() && !Thread.currentThread().equals(thread)) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        pool.close();
        hearing.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // ---------------------------------------------------------------- what is heard of workers

    @Override
    public void joined(int worker, String name, int threads, String address) {
        Peer peer = new Peer(worker, name, threads, address);
        peers.put(worker, peer);
        hearing.greet(peer);
    }

    private void askFirst() {
        peers.keySet().forEach(hearing::askFirst);
    }

    @Override
    public void lost(int worker, String cause, @Nullable List<TaskId> running) {
        boolean matters = isAtWork();
        mailbox.add(() -> {
            Peer peer = peers.remove(worker);
            if (peer != null && matters) {
                sayLost(peer, cause);
            }
            hearing.lost(worker);
            tell(new Event.WorkerLost(worker, cause, running, System.nanoTime()));
            runs.values().forEach(this::publish);
        });
    }

    private void sayLost(Peer peer, String cause) {
        String what = cause.startsWith(peer.name) ? cause : peer.name + " was lost: " + cause;
        LOG.log(Level.WARNING, what + "; what it held or was at is run again as far as it is needed");
        if (peers.isEmpty()) {
            mailbox.add(this::sayNoneIsLeft);
        }
    }

    /** Said a step later: a pool that has no more workers to give tells so by then. */
    private void sayNoneIsLeft() {
        if (isAtWork() && peers.isEmpty()) {
            LOG.log(Level.WARNING, "no worker is left; the run waits for one to join");
        }
    }

    /** Whether there are runs, which go on. */
    private boolean isAtWork() {
        return !closed && broken == null && runs.values().stream().anyMatch(run -> !run.isDone());
    }

    @Override
    public void said(int worker, ByteBuffer message) {
        Peer peer = peers.get(worker);
        if (peer != null) {
            hearing.take(peer, message);
        }
    }

    @Override
    public void failed(String why) {
        broken = why;
        IllegalStateException failure = new IllegalStateException("there is no worker left: " + why);
        runs.values().forEach(run -> breakUp(run, failure));
    }

    Hearing hearing() {
        return hearing;
    }
}
