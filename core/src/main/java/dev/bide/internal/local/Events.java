package dev.bide.internal.local;

import dev.bide.event.Event;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.event.RunListener;
import dev.bide.graph.Plan;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners what happens, one event at a time.
 *
 * <p>Whoever adds an event to an idle queue delivers it and all that come meanwhile; others only add. {@code waiting} counts
 * what is queued: it goes from 0 to 1 for one thread, which alone delivers until it has taken it back to 0, and each of its
 * steps is ordered after the last deliverer's.
 */
final class Events {
    private final List<RunListener> listeners;
    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private boolean over;

    Events(List<RunListener> listeners) {
        this.listeners = new ArrayList<>(listeners);
    }

    void started(Plan plan) {
        RunStarted event = new RunStarted(plan, Instant.now(), System.nanoTime());
        add(() -> deliver(event));
    }

    void tell(Step step, Frame frame, int number, @Nullable Throwable failure) {
        TaskEvent event = event(step, frame, number, failure);
        add(() -> deliver(event));
    }

    void grew(Frame by, int number, Plan more) {
        GraphGrew event = new GraphGrew(more, event(Step.FINISHED, by, number, null), System.nanoTime());
        add(() -> deliver(event));
    }

    /** Tells the last event, and after that does what only then may be done. */
    void ended(@Nullable Throwable failure, Runnable then) {
        RunEnded event = new RunEnded(failure, System.nanoTime());
        add(() -> {
            deliver(event);
            then.run();
        });
    }

    private static TaskEvent event(Step step, Frame frame, int number, @Nullable Throwable failure) {
        return new TaskEvent(step, frame.plan, number, Thread.currentThread().getName(), System.nanoTime(), failure);
    }

    private void add(Runnable delivery) {
        queue.add(delivery);
        if (waiting.getAndIncrement() > 0) {
            return;
        }
        do {
            queue.remove().run();
        } while (waiting.decrementAndGet() > 0);
    }

    /** A task that a stopped run left behind may end later; nobody hears of it. */
    private void deliver(Event event) {
        if (!over) {
            over = event instanceof RunEnded;
            listeners.removeIf(listener -> throwsOn(event, listener));
        }
    }

    private static boolean throwsOn(Event event, RunListener listener) {
        try {
            listener.on(event);
            return false;
        } catch (Throwable thrown) {
            report(thrown);
            return true;
        }
    }

    private static void report(Throwable thrown) {
        try {
            System.getLogger("dev.bide")
                    .log(Level.WARNING, "a listener threw and hears no more of this run; the run goes on", thrown);
        } catch (Throwable unlogged) {
            thrown.addSuppressed(unlogged);
        }
    }
}
