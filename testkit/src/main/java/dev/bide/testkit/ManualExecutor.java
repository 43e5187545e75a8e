package dev.bide.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * An executor that runs submitted work only when told, one piece at a time, on the thread that tells it. Which piece comes
 * next is the test's choice, or a seeded one, so that an interleaving found once can be had again.
 *
 * <p>Safe to use from any thread; work may submit more work, and may itself tell the executor to run some.
 */
public final class ManualExecutor extends AbstractExecutorService {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean shutdown;

    /** Makes an executor with nothing to do. */
    public ManualExecutor() {}

    @Override
    public synchronized void execute(Runnable work) {
        if (shutdown) {
            throw new RejectedExecutionException("this executor was shut down");
        }
        waiting.add(work);
    }

    /**
     * Counts what waits to be run.
     *
     * @return how many pieces of work
     */
    public synchronized int waiting() {
        return waiting.size();
    }

    /**
     * Runs the piece of work that has waited longest.
     *
     * @return whether there was one
     */
    public boolean runNext() {
        return run(0);
    }

    /**
     * Runs a piece of work of the test's choice.
     *
     * @param position its place among those that wait, oldest first, from 0
     * @return whether there was one
     */
    public boolean run(int position) {
        Runnable work;
        synchronized (this) {
            if (position >= waiting.size()) {
                return false;
            }
            work = waiting.remove(position);
        }
        work.run();
        return true;
    }

    /**
     * Runs all that waits and all that comes meanwhile, oldest first.
     *
     * @return how many pieces of work were run
     */
    public int runAll() {
        int ran = 0;
        while (runNext()) {
            ran++;
        }
        return ran;
    }

    /**
     * Runs all that waits and all that comes meanwhile, in random order.
     *
     * @param random chooses the next piece of work
     * @return how many pieces of work were run
     */
    public int runAll(Random random) {
        int ran = 0;
        for (int size = waiting(); size > 0; size = waiting()) {
            ran += run(random.nextInt(size)) ? 1 : 0;
        }
        return ran;
    }

    @Override
    public synchronized void shutdown() {
        shutdown = true;
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        shutdown = true;
        List<Runnable> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public synchronized boolean isTerminated() {
        return shutdown && waiting.isEmpty();
    }

    /** Does not wait: nothing changes until somebody tells this executor to run something. */
    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }
}
