package dev.bide.internal.local;

import dev.bide.graph.Plan;
import dev.bide.internal.run.Endings;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler on somebody else's threads, at most so many at a time. A thread is asked for when a task is ready, works
 * while there are ready tasks, and is given back.
 *
 * <p>The threads at work in a run are counted before each is asked for. One that finds nothing more to do uncounts itself
 * and then looks again, as whoever adds a task adds it and then looks at the count: one of the two sees the other.
 */
public final class SharedThreads implements Scheduler, Hands {
    /** More threads than this take tasks from one queue: most of them wait most of the time, and nobody could look at all their deques. */
    private static final int FEW = 64;

    private static final boolean FORGETFUL = Runtime.version().feature() < 19;

    /** How often a forgetful pool is reminded. */
    private static final Duration REMIND = Duration.ofMillis(250);

    private final Executor executor;
    private final int limit;
    private final String name;
    private final AutoCloseable owned;
    private final Set<LocalRun<?>> runs = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes a scheduler.
     *
     * @param executor gives threads
     * @param limit how many of them a run may have at a time
     * @param name what to call it
     * @param owned what to close with it
     */
    public SharedThreads(Executor executor, int limit, String name, AutoCloseable owned) {
        this.executor = executor;
        this.limit = limit;
        this.name = name;
        this.owned = owned;
    }

    /**
     * Makes a scheduler on an executor that stays its owner's.
     *
     * @param executor whose threads to use, as many as it has, or as the machine has processors if it does not say
     * @return the scheduler
     */
    public static Scheduler of(ExecutorService executor) {
        String name = "on(" + executor.getClass().getSimpleName() + ")";
        return new SharedThreads(executor, threadsOf(executor), name, () -> {});
    }

    private static int threadsOf(ExecutorService executor) {
        if (executor instanceof ThreadPoolExecutor pool) {
            boolean growsWhenBusy = pool.getQueue().remainingCapacity() == 0;
            return Math.max(1, growsWhenBusy ? pool.getMaximumPoolSize() : pool.getCorePoolSize());
        }
        return executor instanceof ForkJoinPool pool
                ? pool.getParallelism()
                : Runtime.getRuntime().availableProcessors();
    }

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        LocalRun<T> run = new LocalRun<>(plan, options, this);
        runs.add(run);
        if (closed) {
            runs.remove(run);
            throw Endings.closed();
        }
        run.begin(run.crew.helper());
        wake(run);
        if (FORGETFUL && executor instanceof ForkJoinPool pool) {
            remind(run, pool);
        }
        return run;
    }

    @Override
    public Ready readyFor(LocalRun<?> run) {
        return few() && !run.chooses() ? new Deques(run.crew.slots()) : run.ranked();
    }

    /** Whether each thread of a run can have a deque of its own. */
    private boolean few() {
        return limit <= FEW;
    }

    @Override
    public int workers() {
        return few() ? limit : 0;
    }

    @Override
    public void wake(LocalRun<?> run) {
        if (run.crew.asked().get() >= limit) {
            return;
        }
        if (run.crew.asked().incrementAndGet() > limit) {
            run.crew.asked().decrementAndGet();
            return;
        }
        try {
            executor.execute(() -> work(run));
        } catch (RejectedExecutionException refused) {
            if (run.crew.asked().decrementAndGet() > 0) {
                return; // those that are at work look again before they go
            }
            run.ending.cancel(
                    "the executor of " + name + " takes no more work, and so the run was cancelled: " + refused);
        }
    }

    /**
     * Before JDK 19 a {@code ForkJoinPool} can leave a job queued while a thread of it sleeps: seen once in some thousand runs
     * whose tasks block. Any new job wakes that thread, which then finds the old one.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends by itself
    private void remind(LocalRun<?> run, ForkJoinPool pool) {
        RunTimer.after(REMIND, () -> {
            if (run.isDone()) {
                return;
            }
            if (run.ready.hasWork() && pool.getQueuedTaskCount() > 0) {
                pool.execute(() -> {});
            }
            remind(run, pool);
        });
    }

    /** Before it works, it asks for one more thread if there is work for two: so they come one by one, as many as are needed. */
    private void work(LocalRun<?> run) {
        Slot slot = few() ? run.crew.claim() : new Slot(run);
        wakeIfNeeded(run);
        run.crew.work(slot);
        if (few()) {
            run.crew.giveBack(slot);
        }
        run.crew.asked().decrementAndGet();
        wakeIfNeeded(run);
    }

    private void wakeIfNeeded(LocalRun<?> run) {
        if (!run.stopped() && run.ready.hasWork()) {
            wake(run);
        }
    }

    @Override
    public void part(LocalRun<?> run) {
        runs.remove(run);
    }

    @Override
    public void close() {
        closed = true;
        runs.forEach(run -> run.ending.cancel(Endings.SCHEDULER_CLOSED));
        try {
            owned.close();
        } catch (Exception impossible) {
            throw new IllegalStateException("cannot close the threads of " + name, impossible);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
