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
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners what happens: the concurrent ones at once, in the thread in which it happens, the others one event at a
 * time.
 *
 * <p>For these, whoever adds an event to an idle queue delivers it and all that come meanwhile; others only add. {@code
 * waiting} counts what is queued: it goes from 0 to 1 for one thread, which alone delivers until it has taken it back to 0,
 * and each of its steps is ordered after the last deliverer's.
 */
final class Events {
    private static final long UNKNOWN = -1;

    private final EnumSet<Step> heard = EnumSet.noneOf(Step.class);
    private final List<Hearer> atOnce = new ArrayList<>();
    private final List<Hearer> inTurn = new ArrayList<>();
    private final boolean queues;
    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean over;

    private Events(List<RunListener> listeners) {
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

    /** Nothing at all where nobody listens, so that a run need not ask for each event. */
    static @Nullable Events of(List<RunListener> asked) {
        List<RunListener> listeners = FlightRecording.underWay() ? FlightRecording.with(asked) : asked;
        return listeners.isEmpty() ? null : new Events(listeners);
    }

    void started(Plan plan) {
        deliver(new RunStarted(plan, Instant.now(), System.nanoTime()));
    }

    void queued(Frame frame, int number) {
        tell(Step.QUEUED, frame, number);
    }

    void released(Frame frame, int number) {
        tell(Step.RELEASED, frame, number);
    }

    void skipped(Frame frame, int number) {
        tell(Step.SKIPPED, frame, number);
    }

    /** An attempt begins. */
    void begun(Slot slot, Frame frame, int number, int attempt) {
        slot.attempt = attempt;
        slot.began = System.nanoTime();
        if (heard.contains(Step.STARTED)) {
            deliver(new TaskEvent(
                    Step.STARTED, frame.plan, number, attempt, worker(), slot.began, slot.began, UNKNOWN, null));
        }
    }

    /** The attempt that the slot began last has given a result. */
    void finished(Slot slot, Frame frame, int number, @Nullable Object result) {
        if (heard.contains(Step.FINISHED)) {
            long now = System.nanoTime();
            deliver(took(Step.FINISHED, slot, frame, number, now, ResultSize.of(result), null));
        }
    }

    /** A task has its result from another: it finishes and has not been run for it now. */
    void passedOn(Frame frame, int number) {
        tell(Step.FINISHED, frame, number);
    }

    /** The attempt that the slot began last has thrown, at the time that the slot knows. */
    void threw(Step step, Slot slot, Frame frame, int number, Throwable failure) {
        if (heard.contains(step)) {
            deliver(took(step, slot, frame, number, slot.threw, UNKNOWN, failure));
        }
    }

    void grew(Slot slot, Frame by, int number, Plan more) {
        TaskEvent answered = took(Step.FINISHED, slot, by, number, System.nanoTime(), UNKNOWN, null);
        deliver(new GraphGrew(more, answered, answered.nanos()));
    }

    /** Tells the last event, and after that does what only then may be done. */
    void ended(@Nullable Throwable failure, Runnable then) {
        RunEnded event = new RunEnded(failure, System.nanoTime());
        tellAtOnce(event);
        enqueue(() -> {
            tellInTurn(event);
            over = true;
            then.run();
        });
    }

    private void tell(Step step, Frame frame, int number) {
        if (heard.contains(step)) {
            long now = System.nanoTime();
            deliver(new TaskEvent(step, frame.plan, number, 1, worker(), now, now, UNKNOWN, null));
        }
    }

    private static TaskEvent took(
            Step step, Slot slot, Frame frame, int number, long ended, long bytes, @Nullable Throwable failure) {
        return new TaskEvent(step, frame.plan, number, slot.attempt, worker(), slot.began, ended, bytes, failure);
    }

    private static String worker() {
        return Thread.currentThread().getName();
    }

    private void deliver(Event event) {
        tellAtOnce(event);
        if (queues) {
            enqueue(() -> tellInTurn(event));
        }
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
