package dev.bide.opentelemetry;

import dev.bide.event.Event;
import dev.bide.event.RunListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

/**
 * Tells OpenTelemetry about runs: a span for each run, and under it one for each attempt to run a task.
 *
 * <pre>{@code
 * RunListener tracing = BideTracing.of(openTelemetry);
 * result.compute(scheduler, RunOptions.defaults().listener(tracing));
 * }</pre>
 *
 * <p>The span of a run stands under the span that is current where the run is started, and is named after the task whose
 * result was asked for. The span of an attempt is named after its task, has the times taken where the task ran, and says how
 * it ended in {@code bide.task.outcome}: {@code finished}, {@code failed}, {@code retried} or {@code cancelled}; what the
 * task threw is recorded in it. Other attributes are {@code bide.task.key}, {@code bide.task.name}, {@code
 * bide.task.attempt} and {@code thread.name}; a run has {@code bide.run.tasks}, the number of tasks at its start, and {@code
 * bide.run.outcome}: {@code done}, {@code failed} or {@code cancelled}.
 *
 * <p><b>Links</b> lead from a task to the last attempts of the tasks it depends on, 128 at most. What only gathers results
 * into a list has no span: links lead through it. The first tasks of a graph with which a task went on link to that task.
 *
 * <p><b>Spans of your own</b>, made in a task, stand under the task's: its span is current while it runs, with the baggage
 * of where the run was started. A run inside a task is such a span too. A task that ignores its interrupt until its run has
 * ended without it leaves its span current in its thread, until that thread begins another task of a traced run.
 *
 * <p><b>Cost.</b> Naming the keys costs O(tasks) once in a run. What links need of a task is kept until its last dependent
 * has run; in a graph that grows, as long as its call is reachable. Of a run that is not sampled nothing is kept, and its
 * tasks make no spans.
 *
 * <p>One listener serves any number of runs, at the same time too. Of the steps of tasks it hears a few, in the threads in
 * which they happen.
 */
public final class BideTracing implements RunListener {
    private final Tracer tracer;

    private BideTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Makes a listener that traces all runs that it is given to.
     *
     * @param openTelemetry where the spans go
     * @return the listener
     */
    public static RunListener of(OpenTelemetry openTelemetry) {
        return new BideTracing(openTelemetry.getTracer("dev.bide"));
    }

    @Override
    public RunListener forRun() {
        return new RunTrace(tracer);
    }

    /**
     * Hears nothing itself.
     *
     * @throws IllegalStateException always: it is {@link #forRun} that hears a run
     */
    @Override
    public void on(Event event) {
        throw new IllegalStateException("ask forRun() for the listener of a run, and tell that one: " + event);
    }
}
