package dev.bide.internal.local;

import dev.bide.graph.Plan;
import dev.bide.internal.run.Endings;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler with threads of its own. They are daemons, start when there is work, and end after some idle seconds, so
 * that a pool nobody closed costs nothing.
 *
 * <p>No wake-up is lost. A worker that finds nothing counts itself among the sleepers and then looks at the queues once
 * more; whoever adds a task adds it and then looks at the sleepers, with a full fence between. In the total order of these,
 * one comes first: either the worker sees the task or the adder sees the sleeper. A worker that still searches counts as
 * awake: adders rely on it, so when it finds something and was the last to search, it wakes another to search on.
 */
public final class ThreadPool implements Scheduler, Hands {
    private static final LocalRun<?>[] NO_RUNS = {};

    /** As many as a {@code ForkJoinPool} may have; each run has a place for each of them. */
    private static final int MOST = 32767;

    private final Worker[] workers;
    private final AtomicInteger searching = new AtomicInteger();
    private final AtomicInteger sleeping = new AtomicInteger();
    private volatile LocalRun<?>[] runs = NO_RUNS;
    private volatile boolean closed;

    /**
     * Makes a pool; no thread is started yet.
     *
     * @param threads how many threads, from 1 to 32767
     * @throws IllegalArgumentException if it is less or more
     */
    public ThreadPool(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads(" + threads + "): a pool needs at least one thread");
        }
        if (threads > MOST) {
            throw new IllegalArgumentException("threads(" + threads + "): a pool has at most " + MOST
                    + " threads; for tasks that wait use virtualThreads()");
        }
        workers = new Worker[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = new Worker(this, i);
        }
    }

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        LocalRun<T> run = new LocalRun<>(plan, options, this);
        join(run);
        run.begin(run.crew.helper());
        for (int i = 0; i < workers.length && run.ready.hasWork(); i++) {
            wake(run);
        }
        return run;
    }

    private synchronized void join(LocalRun<?> run) {
        if (closed) {
            throw Endings.closed();
        }
        LocalRun<?>[] more = Arrays.copyOf(runs, runs.length + 1);
        more[runs.length] = run;
        runs = more;
    }

    @Override
    public synchronized void part(LocalRun<?> run) {
        List<LocalRun<?>> others = new ArrayList<>(Arrays.asList(runs));
        others.remove(run);
        runs = others.toArray(NO_RUNS);
    }

    @Override
    public Ready readyFor(LocalRun<?> run) {
        return run.chooses() ? run.ranked() : new Deques(run.crew.slots());
    }

    @Override
    public int workers() {
        return workers.length;
    }

    @Override
    public void wake(LocalRun<?> run) {
        if (sleeping.get() == 0 || searching.get() > 0) {
            return;
        }
        for (Worker worker : workers) {
            if (worker.wakeIfAsleep()) {
                return;
            }
        }
    }

    // ---------------------------------------------------------------- for the workers

    AtomicInteger searching() {
        return searching;
    }

    AtomicInteger sleeping() {
        return sleeping;
    }

    boolean closed() {
        return closed;
    }

    /** The newest run with something to do, or {@code null}: inner runs go first, so that the tasks around them can end. */
    @Nullable
    LocalRun<?> runWithWork() {
        LocalRun<?>[] all = runs;
        for (int i = all.length - 1; i >= 0; i--) {
            if (!all[i].stopped() && all[i].ready.hasWork()) {
                return all[i];
            }
        }
        return null;
    }

    @Override
    public void close() {
        LocalRun<?>[] open;
        synchronized (this) {
            closed = true;
            open = runs;
        }
        for (LocalRun<?> run : open) {
            run.ending.cancel(Endings.SCHEDULER_CLOSED);
        }
        for (Worker worker : workers) {
            worker.endIfAsleep();
        }
    }

    @Override
    public String toString() {
        return "threads(" + workers.length + ")";
    }
}
