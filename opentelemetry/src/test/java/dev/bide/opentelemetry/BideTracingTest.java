package dev.bide.opentelemetry;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.RunListener;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BideTracingTest {
    private final Traces traces = new Traces();
    private final RunOptions options = traces.options();
    private final Task1<String, Integer> load =
            Task1.<String, Integer>of(Integer::valueOf).named("load");

    static List<Scheduler> schedulers() {
        return List.of(Schedulers.sync(), Schedulers.threads(2));
    }

    // load
    @ParameterizedTest
    @MethodSource("schedulers")
    void spans_ofARun_standUnderTheSpanThatStartedIt(Scheduler scheduler) {
        Span around = traces.tracer().spanBuilder("around").startSpan();
        try (scheduler;
                Scope scope = around.makeCurrent()) {
            assertThat(scope).isNotNull();
            load.call("1").compute(scheduler, options);
        }

        assertThat(traces.run().getParentSpanId())
                .isEqualTo(around.getSpanContext().getSpanId());
        assertThat(traces.run().getName()).isEqualTo("load");
        assertThat(traces.run().getAttributes().get(AttributeKey.longKey("bide.run.tasks")))
                .isOne();
        assertThat(Traces.attribute(traces.run(), "bide.run.outcome")).isEqualTo("done");
        assertThat(traces.run().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        SpanData task = traces.task("load");
        assertThat(task.getParentSpanId()).isEqualTo(traces.run().getSpanId());
        assertThat(task.getTraceId()).isEqualTo(around.getSpanContext().getTraceId());
        assertThat(Traces.attribute(task, "bide.task.name")).isEqualTo("load");
        assertThat(Traces.attribute(task, "bide.task.outcome")).isEqualTo("finished");
        assertThat(task.getAttributes().get(AttributeKey.longKey("bide.task.attempt")))
                .isOne();
    }

    // load-1  load-2
    //      \  /
    //      sum
    @ParameterizedTest
    @MethodSource("schedulers")
    void times_ofTasks_areThoseWhereTheyRan(Scheduler scheduler) {
        long before = epoch(Instant.now());
        try (scheduler) {
            on(load.call("1"), load.call("2")).call(Integer::sum).named("sum").compute(scheduler, options);
        }

        SpanData run = traces.run();
        assertThat(run.getStartEpochNanos()).isGreaterThanOrEqualTo(before);
        assertThat(run.getEndEpochNanos() - before).isBetween(0L, TimeUnit.SECONDS.toNanos(60));
        for (SpanData task : traces.tasks()) {
            assertThat(task.getStartEpochNanos()).isGreaterThanOrEqualTo(run.getStartEpochNanos());
            assertThat(task.getEndEpochNanos()).isGreaterThan(task.getStartEpochNanos());
            assertThat(task.getEndEpochNanos()).isLessThanOrEqualTo(run.getEndEpochNanos());
        }
        assertThat(traces.task("sum").getStartEpochNanos())
                .isGreaterThanOrEqualTo(traces.task("load-1").getEndEpochNanos())
                .isGreaterThanOrEqualTo(traces.task("load-2").getEndEpochNanos());
    }

    private static long epoch(Instant at) {
        return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
    }

    // load
    //   |
    // grow => load
    @ParameterizedTest
    @MethodSource("schedulers")
    void time_ofATaskThatGoesOnWithMoreGraph_endsWithItsAnswer(Scheduler scheduler) {
        try (scheduler) {
            load.call("1")
                    .thenDelayed(x -> load.call("2").named("more"))
                    .named("grow")
                    .compute(scheduler, options);
        }

        assertThat(traces.task("grow").getEndEpochNanos())
                .isLessThanOrEqualTo(traces.task("more").getStartEpochNanos());
        assertThat(Traces.attribute(traces.task("grow"), "bide.task.outcome")).isEqualTo("finished");
    }

    // load
    @Test
    void thread_ofATask_isTheOneItRanOn() {
        load.call("1").compute(Schedulers.sync(), options);

        assertThat(Traces.attribute(traces.task("load"), "thread.name"))
                .isEqualTo(Thread.currentThread().getName());
    }

    // flaky (throws twice)
    //   |
    // next
    @ParameterizedTest
    @MethodSource("schedulers")
    void retries_ofATask_haveASpanEach(Scheduler scheduler) {
        AtomicInteger calls = new AtomicInteger();
        Delayed<Integer> flaky = task((Integer enough) -> {
                    if (calls.incrementAndGet() < enough) {
                        throw new IllegalStateException("not yet");
                    }
                    return enough;
                })
                .named("flaky")
                .retry(5)
                .call(3);
        Delayed<Integer> next = on(flaky).call(x -> x + 1).named("next");

        try (scheduler) {
            next.compute(scheduler, options);
        }

        List<SpanData> attempts = traces.tasks("flaky");
        assertThat(attempts)
                .extracting(span -> span.getAttributes().get(AttributeKey.longKey("bide.task.attempt")))
                .containsExactly(1L, 2L, 3L);
        assertThat(attempts)
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR, StatusCode.ERROR, StatusCode.UNSET);
        assertThat(attempts)
                .extracting(span -> Traces.attribute(span, "bide.task.outcome"))
                .containsExactly("retried", "retried", "finished");
        assertThat(attempts.get(0).getStatus().getDescription()).isEqualTo("not yet");
        assertThat(attempts.get(0).getEvents()).extracting("name").containsExactly("exception");
        assertThat(attempts.get(2).getEvents()).isEmpty();
        assertThat(traces.task("next").getLinks())
                .extracting(link -> link.getSpanContext().getSpanId())
                .containsExactly(attempts.get(2).getSpanId());
    }

    // load ("x" is no number)
    @ParameterizedTest
    @MethodSource("schedulers")
    void failure_ofATask_isRecorded(Scheduler scheduler) {
        try (scheduler) {
            assertThatThrownBy(() -> load.call("x").compute(scheduler, options))
                    .isInstanceOf(TaskFailedException.class);
        }

        SpanData task = traces.task("load");
        assertThat(task.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(Traces.attribute(task, "bide.task.outcome")).isEqualTo("failed");
        assertThat(task.getEvents().get(0).getAttributes().get(AttributeKey.stringKey("exception.type")))
                .isEqualTo("java.lang.NumberFormatException");
        assertThat(traces.run().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(Traces.attribute(traces.run(), "bide.run.outcome")).isEqualTo("failed");
    }

    @Test
    void on_theSharedListener_asksForTheRunsOwn() {
        RunListener shared = traces.listener();

        assertThat(shared.forRun()).isNotSameAs(shared.forRun());
        assertThatThrownBy(() -> shared.on(new RunEnded(null, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("forRun()");
    }
}
