package dev.bide.opentelemetry;

import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.graph.Plan;
import dev.bide.schedule.RunCancelledException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The span of a run.
 *
 * @param span the span
 * @param context what is current in a task that has no span of its own
 * @param offset what makes nanoseconds of this JVM's clock into nanoseconds since 1970
 */
record RunSpan(Span span, Context context, long offset) {
    private static final AttributeKey<Long> TASKS = AttributeKey.longKey("bide.run.tasks");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("bide.run.outcome");

    static RunSpan start(Tracer tracer, RunStarted started) {
        Plan plan = started.plan();
        Instant at = started.at();
        long epoch = TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
        Context around = Context.current();
        Span span = tracer.spanBuilder(plan.name(plan.root()))
                .setParent(around)
                .setStartTimestamp(epoch, TimeUnit.NANOSECONDS)
                .setAttribute(TASKS, (long) plan.size())
                .startSpan();
        return new RunSpan(span, around.with(span), epoch - started.nanos());
    }

    /** Whether anybody wants to know of this trace, be it only that it is not sampled. */
    boolean traceable() {
        return span.getSpanContext().isValid();
    }

    /** Whether the tasks are to have spans. */
    boolean sampled() {
        return span.isRecording();
    }

    long epoch(long nanos) {
        return nanos + offset;
    }

    void end(RunEnded ended) {
        Throwable failure = ended.failure();
        span.setAttribute(OUTCOME, outcome(failure));
        if (failure != null) {
            span.recordException(failure);
            span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
        }
        span.end(epoch(ended.nanos()), TimeUnit.NANOSECONDS);
    }

    private static String outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return "done";
        }
        return failure instanceof RunCancelledException ? "cancelled" : "failed";
    }
}
