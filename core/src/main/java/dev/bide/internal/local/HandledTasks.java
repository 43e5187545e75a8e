package dev.bide.internal.local;

import dev.bide.graph.Handling;
import dev.bide.graph.Plan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a run that ask for more than to be called: attempts, time, a place in a limit.
 *
 * <p>A task that waits (for its next attempt, or for a place) is parked here and holds no thread; it comes back through
 * {@link Ready#give}. Whoever parks one looks afterwards whether the run was stopped, whoever stops the run looks afterwards
 * who is parked: one of the two drops it.
 */
final class HandledTasks {
    /** Stands for a result that this worker does not get: the task is parked, or another has taken it over. */
    static final Object LATER = new Object();

    private final LocalRun<?> run;
    private final Handling weakest;
    private final Map<Long, HandledTask> parked = new ConcurrentHashMap<>();

    private HandledTasks(LocalRun<?> run, Handling weakest) {
        this.run = run;
        this.weakest = weakest;
    }

    /** Nothing at all where no task can ask for more. */
    static @Nullable HandledTasks of(LocalRun<?> run, Plan plan, Handling weakest) {
        return plan.handled() || weakest.asks() || plan.expanding() ? new HandledTasks(run, weakest) : null;
    }

    /** Whether a task asks for more than to be called. */
    boolean has(Frame frame, int number) {
        Plan plan = frame.plan;
        return (plan.handled(number) || weakest.asks() && plan.calls(number)) && !plan.imported(number);
    }

    Handling handling(Frame frame, int number) {
        return frame.plan.handling(number).orElse(weakest);
    }

    /** Runs a task as far as it goes now; gives the dependent to go on with, or {@link Ready#NONE}. */
    long step(Slot slot, Frame frame, int number) {
        long id = Ready.task(frame, number);
        HandledTask back = parked.remove(id);
        if (back == null && run.stopped()) {
            return Ready.NONE; // it may have come back and been dropped since: it is not begun anew
        }
        HandledTask task = back != null ? back : new HandledTask(run, frame, number, handling(frame, number));
        if (!task.isGivenUp() && !task.place.enter()) {
            return Ready.NONE;
        }
        slot.begin(id);
        slot.held = task.isGivenUp() ? null : task.place.held();
        Object given;
        try {
            given = task.run(slot);
        } catch (Throwable bug) {
            task.place.leave();
            throw bug;
        } finally {
            slot.held = null;
        }
        slot.end();
        run.dropStrayInterrupt(slot);
        return given == LATER ? Ready.NONE : run.settle(slot, frame, number, given);
    }

    void park(HandledTask task) {
        run.ready.park();
        parked.put(task.id(), task);
    }

    /** The task does not wait after all. */
    void unpark(HandledTask task) {
        parked.remove(task.id());
        run.ready.unpark();
    }

    /** A parked task can go on. */
    void comeBack(HandledTask task) {
        run.ready.give(task.id());
        run.ready.unpark();
        run.announce();
    }

    void dropIfStopped(HandledTask task) {
        if (run.stopped() && parked.remove(task.id(), task)) {
            task.drop();
        }
    }

    /** The run was stopped or is over: nobody who is parked comes back. */
    void drop() {
        parked.values().forEach(this::dropIfParked);
    }

    private void dropIfParked(HandledTask task) {
        if (parked.remove(task.id(), task)) {
            task.drop();
        }
    }
}
