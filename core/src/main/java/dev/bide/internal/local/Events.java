package dev.bide.internal.local;

import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.event.RunListener;
import dev.bide.graph.Plan;
import dev.bide.internal.run.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes events of what happens in a run; costs nothing for steps that nobody hears. */
final class Events {
    private static final long UNKNOWN = -1;

    private final Delivery delivery;

    private Events(Delivery delivery) {
        this.delivery = delivery;
    }

    /** Nothing at all where nobody listens, so that a run need not ask for each event. */
    static @Nullable Events of(List<RunListener> asked) {
        Delivery delivery = Delivery.of(asked);
        return delivery == null ? null : new Events(delivery);
    }

    void started(Plan plan) {
        delivery.deliver(new RunStarted(plan, Instant.now(), System.nanoTime()));
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
        if (delivery.hears(Step.STARTED)) {
            delivery.deliver(new TaskEvent(
                    Step.STARTED, frame.plan, number, attempt, worker(), slot.began, slot.began, UNKNOWN, null));
        }
    }

    /** The attempt that the slot began last has given a result. */
    void finished(Slot slot, Frame frame, int number, @Nullable Object result) {
        if (delivery.hears(Step.FINISHED)) {
            long now = System.nanoTime();
            delivery.deliver(took(Step.FINISHED, slot, frame, number, now, ResultSize.of(result), null));
        }
    }

    /** A task has its result from another: it finishes and has not been run for it now. */
    void passedOn(Frame frame, int number) {
        tell(Step.FINISHED, frame, number);
    }

    /** The attempt that the slot began last has thrown, at the time that the slot knows. */
    void threw(Step step, Slot slot, Frame frame, int number, Throwable failure) {
        if (delivery.hears(step)) {
            delivery.deliver(took(step, slot, frame, number, slot.threw, UNKNOWN, failure));
        }
    }

    void grew(Slot slot, Frame by, int number, Plan more) {
        TaskEvent answered = took(Step.FINISHED, slot, by, number, System.nanoTime(), UNKNOWN, null);
        delivery.deliver(new GraphGrew(more, answered, answered.nanos()));
    }

    /** Tells the last event, and after that does what only then may be done. */
    void ended(@Nullable Throwable failure, Runnable then) {
        delivery.ended(new RunEnded(failure, System.nanoTime()), then);
    }

    private void tell(Step step, Frame frame, int number) {
        if (delivery.hears(step)) {
            long now = System.nanoTime();
            delivery.deliver(new TaskEvent(step, frame.plan, number, 1, worker(), now, now, UNKNOWN, null));
        }
    }

    private static TaskEvent took(
            Step step, Slot slot, Frame frame, int number, long ended, long bytes, @Nullable Throwable failure) {
        return new TaskEvent(step, frame.plan, number, slot.attempt, worker(), slot.began, ended, bytes, failure);
    }

    private static String worker() {
        return Thread.currentThread().getName();
    }
}
