package dev.bide.opentelemetry;

import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Plan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The spans of the tasks of one run. Of a run that is not sampled they are none; what is current in its tasks says so. */
final class TaskSpans {
    private static final AttributeKey<String> KEY = AttributeKey.stringKey("bide.task.key");
    private static final AttributeKey<String> NAME = AttributeKey.stringKey("bide.task.name");
    private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("bide.task.attempt");
    private static final AttributeKey<String> THREAD = AttributeKey.stringKey("thread.name");

    /** A task of one of the run's plans. */
    private record Place(Plan plan, int task) {}

    private final Tracer tracer;
    private final RunSpan run;
    private final Links links;
    private final CurrentSpans current = new CurrentSpans();
    private final Map<Place, OpenSpan> open = new ConcurrentHashMap<>();

    TaskSpans(Tracer tracer, RunSpan run, Links links) {
        this.tracer = tracer;
        this.run = run;
        this.links = links;
    }

    void begin(TaskEvent started) {
        OpenSpan begun = run.sampled() ? OpenSpan.of(start(started), run) : OpenSpan.none(run);
        open.put(new Place(started.plan(), started.task()), begun);
        if (started.worker().equals(Thread.currentThread().getName())) {
            current.enter(begun);
        }
    }

    private Span start(TaskEvent started) {
        SpanBuilder builder = tracer.spanBuilder(started.name())
                .setParent(run.context())
                .setStartTimestamp(run.epoch(started.nanos()), TimeUnit.NANOSECONDS)
                .setAttribute(KEY, started.key().name())
                .setAttribute(NAME, started.name())
                .setAttribute(ATTEMPT, (long) started.attempt())
                .setAttribute(THREAD, started.worker());
        links.inputs(started.plan(), started.task()).forEach(builder::addLink);
        Span span = builder.startSpan();
        links.put(started.plan(), started.task(), span.getSpanContext());
        return span;
    }

    /** An attempt is over. That a task has its result from the graph it went on with is no news: its attempt was over then. */
    void end(TaskEvent ended) {
        OpenSpan over = open.remove(new Place(ended.plan(), ended.task()));
        if (over != null) {
            current.leave(over);
            over.end(ended.step().name(), ended.failure(), run.epoch(ended.nanos()));
        }
    }

    void grew(GraphGrew grew) {
        end(grew.by());
        if (run.sampled()) {
            links.grew(grew);
        }
    }

    void gathered(Plan plan, int task) {
        if (run.sampled()) {
            links.putAll(plan, task, links.inputs(plan, task));
        }
    }

    void release(Plan plan, int task) {
        links.release(plan, task);
    }

    /** The run is over: what it has left behind is cancelled. */
    void close(long nanos) {
        current.close();
        open.keySet().forEach(place -> {
            OpenSpan left = open.remove(place);
            if (left != null) {
                left.end("CANCELLED", null, run.epoch(nanos));
            }
        });
    }

    /** For how many tasks something is kept. */
    int kept() {
        return open.size() + links.kept();
    }
}
