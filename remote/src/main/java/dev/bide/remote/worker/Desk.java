package dev.bide.remote.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run tasks, and the batches that wait for one: the oldest whose inputs are there is next. A thread is
 * interrupted only while it is at work on the batch that is meant: both are changed under the lock here, under which
 * nothing runs and nothing is sent.
 */
final class Desk {
    private final Post post;
    private final Consumer<Batch> work;
    private final Map<Long, Batch> batches = new HashMap<>();
    private final PriorityQueue<Batch> ready =
            new PriorityQueue<>(Comparator.comparingLong((Batch batch) -> batch.turn));
    private long turns;
    private boolean closed;

    /**
     * Starts the threads.
     *
     * @param post who the worker is
     * @param work runs the tasks of a batch, and throws nothing
     */
    Desk(Post post, Consumer<Batch> work) {
        this.post = post;
        this.work = work;
        WorkerSettings settings = post.settings;
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i <= settings.threads(); i++) {
            int seat = i - 1;
            threads.add(new Thread(
                    () -> work(seat), settings.threads() == 1 ? settings.name() : settings.name() + "-" + i));
        }
        for (Thread thread : threads) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Knows a batch, whose inputs may have to come. Of one that it knows already it says that it does not take it. */
    synchronized boolean open(Batch batch) {
        if (closed || batches.containsKey(batch.number)) {
            return false;
        }
        batch.turn = turns++;
        batches.put(batch.number, batch);
        return true;
    }

    /** The inputs of a batch are there, or cannot be had. */
    synchronized void ready(Batch batch) {
        if (batches.get(batch.number) == batch) {
            ready.add(batch);
            notify();
        }
    }

    /** Runs no more of a batch, and may interrupt the task at work. One that was not begun is answered here. */
    void stop(long number, boolean interrupts) {
        Batch batch;
        synchronized (this) {
            batch = batches.get(number);
            if (batch == null) {
                return;
            }
            batch.stopped = true;
            if (batch.thread != null) {
                if (interrupts) {
                    batch.thread.interrupt();
                }
                return;
            }
            batches.remove(number);
            ready.remove(batch);
        }
        new Answering(post, batch).end();
    }

    private void work(int seat) {
        for (Batch batch = next(); batch != null; batch = next()) {
            Thread.currentThread().setContextClassLoader(post.classes);
            batch.seat = seat;
            work.accept(batch);
        }
    }

    @SuppressWarnings({"EmptyCatch", "WaitNotInLoop"}) // the loop is in next()
    private synchronized void waitForMore() {
        try {
            wait();
        } catch (InterruptedException ofTheBatchBefore) {
            // There is nothing to stop here.
        }
    }

    private synchronized @Nullable Batch next() {
        while (ready.isEmpty() && !closed) {
            waitForMore();
        }
        Batch batch = closed ? null : ready.remove();
        if (batch != null) {
            batch.thread = Thread.currentThread();
        }
        return batch;
    }

    /** The caller is done with the tasks of a batch: it is not interrupted for it any more. */
    void leave(Batch batch) {
        synchronized (this) {
            batch.thread = null;
            batches.remove(batch.number);
        }
        Thread.interrupted();
    }

    /** Interrupts all, and ends the threads. */
    synchronized void close() {
        closed = true;
        ready.clear();
        for (Batch batch : batches.values()) {
            batch.stopped = true;
            if (batch.thread != null) {
                batch.thread.interrupt();
            }
        }
        batches.clear();
        notifyAll();
    }
}
