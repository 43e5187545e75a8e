package dev.bide.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An attempt that is under way. */
final class OpenSpan {
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("bide.task.outcome");

    /** What is current in the task. */
    final Context context;

    private final @Nullable Span span;

    private OpenSpan(@Nullable Span span, Context context) {
        this.span = span;
        this.context = context;
    }

    static OpenSpan of(Span span, RunSpan run) {
        return new OpenSpan(span, run.context().with(span));
    }

    /** An attempt without a span of its own, in a run that is not sampled. */
    static OpenSpan none(RunSpan run) {
        return new OpenSpan(null, run.context());
    }

    void end(String outcome, @Nullable Throwable failure, long epoch) {
        if (span == null) {
            return;
        }
        span.setAttribute(OUTCOME, outcome.toLowerCase(Locale.ROOT));
        if (failure != null) {
            span.recordException(failure);
        }
        if (!outcome.equals("FINISHED")) {
            span.setStatus(StatusCode.ERROR, failure == null ? "" : String.valueOf(failure.getMessage()));
        }
        span.end(epoch, TimeUnit.NANOSECONDS);
    }
}
