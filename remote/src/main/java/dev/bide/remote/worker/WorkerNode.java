package dev.bide.remote.worker;

import dev.bide.Schedulers;
import dev.bide.remote.internal.wire.MalformedException;
import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Writer;
import dev.bide.schedule.Scheduler;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What runs tasks in a worker's JVM, keeps their results and gives them to others. An engine makes one, brings it messages, and
 * sends what it says through a {@link Link}.
 *
 * <p>Safe to use from any thread. No method runs a task or other user code, nor waits for that. A message that makes
 * no sense is logged, the first time, and ignored. {@code compute()} in a task runs on this worker's own threads: it
 * becomes the default scheduler of the JVM.
 */
public final class WorkerNode implements Inbox {
    private static final System.Logger LOG = System.getLogger("dev.bide");

    private final Post post;
    private final KeptRuns runs = new KeptRuns();
    private final Requests requests;
    private final Desk desk;
    private final Serving serving;
    private final Scheduler nested;
    private final AtomicBoolean complained = new AtomicBoolean();

    /**
     * Starts a worker.
     *
     * @param settings what it is
     * @param link how it reaches others
     */
    public WorkerNode(WorkerSettings settings, Link link) {
        post = new Post(settings, link);
        requests = new Requests(post);
        serving = new Serving(post);
        nested = Schedulers.threads(settings.threads());
        Schedulers.setDefault(nested);
        desk = new Desk(post, this::run);
    }

    @Override
    public void fromDriver(ByteBuffer message) {
        taken("the driver", () -> driverSaid(new Reader(message)));
    }

    @Override
    public void fromPeer(String address, ByteBuffer message) {
        taken(address, () -> peerSaid(address, new Reader(message)));
    }

    @Override
    public void peerLost(String address) {
        requests.lost(address);
    }

    private void taken(String who, Runnable message) {
        if (post.isClosed()) {
            return;
        }
        try {
            message.run();
        } catch (RuntimeException | LinkageError | VirtualMachineError malformed) {
            if (complained.compareAndSet(false, true)) {
                String text = "worker " + post.settings.name() + " ignores a message of " + who;
                LOG.log(Level.WARNING, text + ", and will ignore others in silence", malformed);
            }
        }
    }

    private void driverSaid(Reader in) {
        int tag = in.octet();
        switch (tag) {
            case Tag.WELCOME -> post.welcome(in.text());
            case Tag.SUBMIT -> submitted(new Submission(in));
            case Tag.INTERRUPT -> desk.stop(in.number(), true);
            case Tag.RECALL -> desk.stop(in.number(), false);
            case Tag.RELEASE -> released(runs.find(in.small()), keys(in));
            case Tag.FORGET -> runs.forget(in.small());
            case Tag.FETCH -> serve(null, Tag.FETCHED, in);
            case Tag.COPY -> copy(in);
            case Tag.PING -> pong(in.number());
            case Tag.CLASS_IS -> post.classes.take(in);
            case Tag.ASK_FIRST -> post.classes.askFirst();
            default -> throw new MalformedException("a driver says " + tag);
        }
    }

    private void peerSaid(String address, Reader in) {
        int tag = in.octet();
        switch (tag) {
            case Tag.GET -> serve(address, Tag.GOT, in);
            case Tag.GOT -> requests.got(address, in.number(), in.small(), values(in));
            default -> throw new MalformedException("a worker says " + tag + " to another");
        }
    }

    private void submitted(Submission asked) {
        post.codec();
        KeptRun run = runs.open(asked.run);
        asked.shared.forEach(run::learn);
        Batch batch = new Batch(asked.batch, asked.run, run, asked.tasks, asked.inputs.length, desk);
        if (!desk.open(batch)) {
            throw new MalformedException("batch " + asked.batch + " came twice");
        }
        requests.want(asked.run, run, asked.inputs, asked.holders, batch);
    }

    /** In one of the desk's threads. */
    private void run(Batch batch) {
        Answering answers = new Answering(post, batch);
        try {
            new Turn(post, batch, answers).run();
        } catch (Throwable failed) { // the thread must live, and the driver know
            LOG.log(Level.ERROR, "worker " + post.settings.name() + " could not run all of a batch", failed);
        } finally {
            desk.leave(batch);
            answers.end();
        }
    }

    private static long[] keys(Reader in) {
        long[] keys = new long[in.count()];
        for (int i = 0; i < keys.length; i++) {
            int task = in.small();
            keys[i] = KeptRun.key(task, in.small());
        }
        return keys;
    }

    private static List<@Nullable Kept> values(Reader in) {
        int count = in.count();
        List<@Nullable Kept> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(in.octet() == 0 ? null : Kept.came(in.view()));
        }
        return values;
    }

    private static void released(@Nullable KeptRun run, long... keys) {
        for (long key : keys) {
            if (run != null) {
                run.release(key);
            }
        }
    }

    private void serve(@Nullable String address, int tag, Reader in) {
        long number = in.number();
        KeptRun run = runs.find(in.small());
        long[] keys = keys(in);
        @Nullable Kept[] results = new Kept[keys.length];
        for (int i = 0; i < keys.length; i++) {
            results[i] = run == null ? null : run.get(keys[i]);
        }
        serving.serve(address, tag, number, results);
    }

    private void copy(Reader in) {
        long number = in.number();
        int run = in.small();
        String holder = in.text();
        long[] keys = keys(in);
        @Nullable String[] holders = new String[keys.length];
        Arrays.fill(holders, holder);
        requests.want(run, runs.open(run), keys, holders, new CopyOrder(post, number, keys));
    }

    private void pong(long sent) {
        post.toDriver(new Writer()
                .octet(Tag.PONG)
                .number(sent)
                .number(System.nanoTime())
                .buffer());
    }

    /** Interrupts all tasks, and lets go of all. Says nothing more. */
    @Override
    @SuppressWarnings("ReferenceEquality") // an equal one would be another's
    public void close() {
        post.close();
        desk.close();
        requests.close();
        serving.close();
        runs.close();
        if (Schedulers.defaultScheduler() == nested) {
            Schedulers.setDefault(null);
        }
    }
}
