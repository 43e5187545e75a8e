package dev.bide.internal.run;

import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Key;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells the flight recorder about the tasks of one run. The recorder takes the time itself, when an attempt begins and when
 * it ends; both are heard in the thread that makes the attempt.
 */
final class FlightListener extends ConcurrentListener {
    private static final int LONGEST = 120;
    private static final AtomicLong RUNS = new AtomicLong();
    private static final ThreadLocal<@Nullable TaskFlight> CURRENT = new ThreadLocal<>();
    private static final Set<Step> STEPS =
            Set.of(Step.STARTED, Step.FINISHED, Step.FAILED, Step.RETRIED, Step.CANCELLED);

    private final long run = RUNS.incrementAndGet();

    FlightListener() {
        super(STEPS);
    }

    @Override
    public void on(Event event) {
        if (event instanceof TaskEvent step) {
            if (step.step() == Step.STARTED) {
                begin(step);
            } else {
                end(step);
            }
        } else if (event instanceof GraphGrew grew) {
            end(grew.by());
        }
    }

    private static void begin(TaskEvent step) {
        TaskFlight flight = new TaskFlight();
        flight.plan = step.plan();
        flight.task = step.task();
        flight.outer = CURRENT.get();
        CURRENT.set(flight);
        flight.begin();
    }

    /** A task that went on with more graph finishes later, and this thread is then in another attempt or in none. */
    private void end(TaskEvent step) {
        TaskFlight flight = CURRENT.get();
        if (flight == null || flight.plan != step.plan() || flight.task != step.task()) {
            return;
        }
        CURRENT.set(flight.outer);
        flight.end();
        if (flight.shouldCommit()) {
            flight.run = run;
            flight.name = shown(step.name());
            flight.attempt = step.attempt();
            flight.outcome = step.step().name();
            flight.bytes = step.bytes();
            flight.failure =
                    step.failure() == null ? null : step.failure().getClass().getName();
            flight.commit();
        }
    }

    /** The recorder loses events that are larger than its buffers. */
    private static String shown(String name) {
        return name.length() <= LONGEST ? name : Key.of(name).toString();
    }
}
