package dev.bide.micrometer;

import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Plan;
import dev.bide.schedule.RunCancelledException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Tells the meters about one run. */
final class RunMetrics extends ConcurrentListener {
    private static final Set<Step> STEPS = Set.copyOf(EnumSet.complementOf(EnumSet.of(Step.QUEUED, Step.RELEASED)));

    private final Meters meters;
    private final LongAdder running = new LongAdder();
    private String root = TagValues.OTHER;
    private long began;

    RunMetrics(Meters meters) {
        super(STEPS);
        this.meters = meters;
    }

    @Override
    public void on(Event event) {
        if (event instanceof TaskEvent task) {
            if (!task.plan().gathers(task.task())) {
                heard(task);
            }
        } else if (event instanceof GraphGrew grew) {
            ended(grew.by());
        } else if (event instanceof RunStarted started) {
            Plan plan = started.plan();
            root = plan.name(plan.root());
            began = started.nanos();
            meters.running().begin(running);
        } else if (event instanceof RunEnded ended) {
            meters.running().end(running);
            meters.ran(root, outcome(ended.failure()), Duration.ofNanos(ended.nanos() - began));
        }
    }

    private void heard(TaskEvent task) {
        switch (task.step()) {
            case STARTED -> running.increment();
            case SKIPPED -> of(task).skipped().increment();
            default -> {
                if (!passesOn(task)) {
                    ended(task);
                }
            }
        }
    }

    private void ended(TaskEvent task) {
        running.decrement();
        long took = task.nanos() - task.began();
        switch (task.step()) {
            case FINISHED -> of(task).done().record(took, TimeUnit.NANOSECONDS);
            case FAILED -> of(task).failed().record(took, TimeUnit.NANOSECONDS);
            case CANCELLED -> of(task).cancelled().record(took, TimeUnit.NANOSECONDS);
            case RETRIED -> of(task).retries().increment();
            default -> {}
        }
    }

    /** Whether a task, which was heard of when it answered with more graph, has its result from that now. */
    private static boolean passesOn(TaskEvent task) {
        return task.began() == task.nanos()
                && task.step() == Step.FINISHED
                && task.plan().expands(task.task());
    }

    private Meters.OfName of(TaskEvent task) {
        return meters.ofName(task.name());
    }

    private static String outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return "done";
        }
        return failure instanceof RunCancelledException ? "cancelled" : "failed";
    }
}
