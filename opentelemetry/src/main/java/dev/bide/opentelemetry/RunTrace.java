package dev.bide.opentelemetry;

import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Plan;
import io.opentelemetry.api.trace.Tracer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hears one run and passes on what is to be traced, once its span says that it is. */
final class RunTrace extends ConcurrentListener {
    private static final Set<Step> STEPS = Set.copyOf(EnumSet.complementOf(EnumSet.of(Step.QUEUED, Step.SKIPPED)));

    private final Tracer tracer;

    /** Written before any task begins. */
    private @Nullable RunSpan run;

    private @Nullable TaskSpans tasks;

    RunTrace(Tracer tracer) {
        super(STEPS);
        this.tracer = tracer;
    }

    @Override
    public void on(Event event) {
        if (event instanceof RunStarted started) {
            run = RunSpan.start(tracer, started);
            tasks = run.traceable() ? new TaskSpans(tracer, run, Links.of(started.plan())) : null;
        } else if (tasks != null) {
            hear(tasks, event);
        }
        if (run != null && event instanceof RunEnded ended) {
            run.end(ended);
        }
    }

    /** For how many tasks something is kept. */
    int kept() {
        return tasks == null ? 0 : tasks.kept();
    }

    private static void hear(TaskSpans tasks, Event event) {
        if (event instanceof TaskEvent step) {
            hear(tasks, step);
        } else if (event instanceof GraphGrew grew) {
            tasks.grew(grew);
        } else if (event instanceof RunEnded ended) {
            tasks.close(ended.nanos());
        }
    }

    private static void hear(TaskSpans tasks, TaskEvent step) {
        Plan plan = step.plan();
        boolean gathers = plan.gathers(step.task());
        switch (step.step()) {
            case STARTED -> {
                if (!gathers) {
                    tasks.begin(step);
                }
            }
            case RELEASED -> tasks.release(plan, step.task());
            default -> {
                if (gathers) {
                    tasks.gathered(plan, step.task());
                } else {
                    tasks.end(step);
                }
            }
        }
    }
}
