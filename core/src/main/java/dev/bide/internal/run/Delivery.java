package dev.bide.internal.run;

import dev.bide.event.Event;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.event.RunListener;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listeners of one run what happens: the concurrent ones at once, in the thread in which it happens, the others one
 * event at a time.
 *
 * <p>For these, whoever adds an event to an idle queue delivers it and all that come meanwhile; others only add. {@code
 * waiting} counts what is queued: it goes from 0 to 1 for one thread, which alone delivers until it has taken it back to 0,
 * and each of its steps is ordered after the last deliverer's.
 */
public final class Delivery {
    private final EnumSet<Step> heard = EnumSet.noneOf(Step.class);
    private final List<Hearer> atOnce = new ArrayList<>();
    private final List<Hearer> inTurn = new ArrayList<>();
    private final boolean queues;
    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean over;

    private Delivery(List<RunListener> listeners) {
        listeners.forEach(this::add);
        queues = !inTurn.isEmpty();
    }

    private void add(RunListener shared) {
        try {
            RunListener listener = shared.forRun();
            EnumSet<Step> steps = EnumSet.noneOf(Step.class);
            steps.addAll(listener.steps());
            (listener.concurrent() ? atOnce : inTurn).add(new Hearer(listener, steps));
            heard.addAll(steps);
        } catch (RuntimeException | LinkageError thrown) {
            report(thrown);
        }
    }

    /** A listener, and what it asked to hear. One that has thrown hears no more. */
    private static final class Hearer {
        private final RunListener listener;
        private final EnumSet<Step> steps;
        private volatile boolean thrown;

        Hearer(RunListener listener, EnumSet<Step> steps) {
            this.listener = listener;
            this.steps = steps;
        }

        void hear(Event event) {
            if (thrown || event instanceof TaskEvent task && !steps.contains(task.step())) {
                return;
            }
            try {
                listener.on(event);
            } catch (Throwable failure) {
                if (!thrown) {
                    thrown = true;
                    report(failure);
                }
            }
        }
    }

    /**
     * Makes ready to tell listeners.
     *
     * @param asked who listens
     * @return nothing at all where nobody listens, so that a run need not ask for each event
     */
    public static @Nullable Delivery of(List<RunListener> asked) {
        List<RunListener> listeners = FlightRecording.underWay() ? FlightRecording.with(asked) : asked;
        return listeners.isEmpty() ? null : new Delivery(listeners);
    }

    /**
     * Tells whether anybody hears a step.
     *
     * @param step the step
     * @return whether it has to be told
     */
    public boolean hears(Step step) {
        return heard.contains(step);
    }

    /**
     * Tells an event.
     *
     * @param event what happened
     */
    public void deliver(Event event) {
        tellAtOnce(event);
        if (queues) {
            enqueue(() -> tellInTurn(event));
        }
    }

    /**
     * Tells the last event, and after that does what only then may be done.
     *
     * @param event the last event
     * @param then what to do when all have heard it
     */
    public void ended(RunEnded event, Runnable then) {
        tellAtOnce(event);
        enqueue(() -> {
            tellInTurn(event);
            over = true;
            then.run();
        });
    }

    private void enqueue(Runnable delivery) {
        queue.add(delivery);
        if (waiting.getAndIncrement() > 0) {
            return;
        }
        do {
            queue.remove().run();
        } while (waiting.decrementAndGet() > 0);
    }

    private void tellAtOnce(Event event) {
        if (over) {
            return;
        }
        for (Hearer hearer : atOnce) {
            hearer.hear(event);
        }
    }

    /** A task that a stopped run left behind may end later; nobody hears of it. */
    private void tellInTurn(Event event) {
        if (!over) {
            inTurn.forEach(hearer -> hearer.hear(event));
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
