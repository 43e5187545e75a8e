package dev.bide.internal.local;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One worker of a pool: it works for the runs that have something to do, searches for a moment when there is nothing, then
 * sleeps, and after some seconds lets its thread end. The next wake-up starts another.
 */
final class Worker implements Runnable {
    private static final int SPINS = 2_000;
    private static final long IDLE = TimeUnit.SECONDS.toNanos(5);

    private enum State {
        AWAKE,
        ASLEEP,
        /** Counted among the sleepers too: a wake-up starts a thread. */
        WITHOUT_THREAD
    }

    private final ThreadPool pool;
    private final int number;
    private final AtomicReference<State> state = new AtomicReference<>(State.WITHOUT_THREAD);
    private volatile @Nullable Thread thread;

    Worker(ThreadPool pool, int number) {
        this.pool = pool;
        this.number = number;
        pool.sleeping().incrementAndGet();
    }

    /** Wakes the worker; tells whether it was this call that did. */
    boolean wakeIfAsleep() {
        if (state.compareAndSet(State.ASLEEP, State.AWAKE)) {
            pool.sleeping().decrementAndGet();
            LockSupport.unpark(thread);
            return true;
        }
        if (state.compareAndSet(State.WITHOUT_THREAD, State.AWAKE)) {
            pool.sleeping().decrementAndGet();
            startThread();
            return true;
        }
        return false;
    }

    /** A thread of nobody's: it inherits no thread locals and no class loader from whoever happened to wake the worker. */
    private void startThread() {
        boolean runs = false;
        try {
            Thread started = new Thread(null, this, "bide-worker-" + (number + 1), 0, false);
            started.setDaemon(true);
            started.setContextClassLoader(ClassLoader.getSystemClassLoader());
            thread = started;
            started.start();
            runs = true;
        } finally {
            if (!runs) {
                pool.sleeping().incrementAndGet();
                state.set(State.WITHOUT_THREAD);
            }
        }
    }

    /** Wakes the worker if it has a thread, so that the thread can end. */
    void endIfAsleep() {
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        boolean needed = true;
        while (needed) {
            needed = workOnce() || sleepUnlessNeeded();
        }
    }

    /** Works for a run that has something to do; tells whether there was one. A sleeping worker keeps no run from being freed. */
    private boolean workOnce() {
        LocalRun<?> run = search();
        if (run == null) {
            return false;
        }
        run.crew.work(run.crew.slots()[number]);
        return true;
    }

    /** Looks for a run with work for a moment. The last searcher to find one wakes another to search on. */
    private @Nullable LocalRun<?> search() {
        pool.searching().incrementAndGet();
        LocalRun<?> found = pool.runWithWork();
        for (int i = 0; found == null && i < SPINS; i++) {
            Thread.onSpinWait();
            found = pool.runWithWork();
        }
        if (pool.searching().decrementAndGet() == 0 && found != null) {
            pool.wake(found);
        }
        return found;
    }

    /** Sleeps until woken; tells whether to go on. Goes on at once if there is work after it has called itself a sleeper. */
    private boolean sleepUnlessNeeded() {
        state.set(State.ASLEEP);
        pool.sleeping().incrementAndGet();
        if (pool.runWithWork() != null) {
            wakeIfAsleep();
            return true;
        }
        long until = System.nanoTime() + IDLE;
        while (state.get() == State.ASLEEP) {
            long left = until - System.nanoTime();
            if (left > 0 && !pool.closed()) {
                LockSupport.parkNanos(this, left);
            } else if (state.compareAndSet(State.ASLEEP, State.WITHOUT_THREAD)) {
                return false;
            }
            Thread.interrupted();
        }
        return true;
    }
}
