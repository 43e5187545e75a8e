package dev.bide.diagnostics.internal.recording;

import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks now and then, while a run goes on, how much of the heap is in use. Of a long run it keeps every second look, then
 * every fourth, and so on, so that there are never more than some hundred.
 */
public final class HeapWatch extends ConcurrentListener {
    private static final int MOST = 512;
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(20);

    private final CountDownLatch over = new CountDownLatch(1);

    // Under the lock of this.
    private final List<HeapSample> samples = new ArrayList<>();
    private long start;
    private long wait = SHORTEST;

    /** Makes a watch for one run. */
    public HeapWatch() {
        super(Set.of());
    }

    @Override
    public void on(Event event) {
        if (event instanceof RunStarted started) {
            begin(started.nanos());
            Thread thread = new Thread(this::watch, "bide-heap-watch");
            thread.setDaemon(true);
            thread.start();
        } else if (event instanceof RunEnded) {
            over.countDown();
            look(System.nanoTime());
        }
    }

    private synchronized void begin(long nanos) {
        start = nanos;
        look(nanos);
    }

    private void watch() {
        try {
            while (!over.await(pause(), TimeUnit.NANOSECONDS)) {
                look(System.nanoTime());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized long pause() {
        return wait;
    }

    private synchronized void look(long now) {
        Runtime runtime = Runtime.getRuntime();
        samples.add(new HeapSample(now - start, runtime.totalMemory() - runtime.freeMemory()));
        if (samples.size() == MOST) {
            for (int i = MOST / 2; i > 0; i--) {
                samples.remove(2 * i - 1);
            }
            wait *= 2;
        }
    }

    /**
     * Gives what was seen.
     *
     * @return samples in the order of time
     */
    public synchronized List<HeapSample> samples() {
        return List.copyOf(samples);
    }
}
