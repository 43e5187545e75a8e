package dev.bide.opentelemetry;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Compiled;
import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunTraceTest {
    private final Traces traces = new Traces();
    private final Task1<Integer, Integer> next =
            Task1.<Integer, Integer>of(x -> x + 1).named("next");

    static List<Scheduler> schedulers() {
        return List.of(Schedulers.sync(), Schedulers.threads(2));
    }

    // meet
    //   |
    // next
    @Test
    void spans_ofTwoRunsOfOnePlanAndOneListener_areTwoTraces() {
        CountDownLatch both = new CountDownLatch(2);
        Delayed<Integer> meet = task((Integer x) -> {
                    both.countDown();
                    both.await();
                    return x;
                })
                .named("meet")
                .call(1);
        Compiled<Integer> compiled = next.call(meet).compile();
        RunOptions shared = traces.options();

        try (Scheduler scheduler = Schedulers.threads(2)) {
            Run<Integer> first = compiled.start(scheduler, shared);
            Run<Integer> second = compiled.start(scheduler, shared);
            first.get();
            second.get();
        }

        Set<String> ids = traces.tasks().stream().map(SpanData::getTraceId).collect(Collectors.toSet());
        assertThat(ids).hasSize(2);
        for (String id : ids) {
            List<SpanData> trace = traces.spans().stream()
                    .filter(span -> span.getTraceId().equals(id))
                    .toList();
            assertThat(trace).extracting(SpanData::getName).containsExactly("meet", "next", "next");
            assertThat(trace.get(0).getParentSpanId()).isEqualTo(trace.get(2).getSpanId());
            assertThat(trace.get(1).getParentSpanId()).isEqualTo(trace.get(2).getSpanId());
            assertThat(trace.get(1).getLinks().get(0).getSpanContext())
                    .isEqualTo(trace.get(0).getSpanContext());
        }
    }

    // next
    @ParameterizedTest
    @MethodSource("schedulers")
    void run_thatIsNotSampled_makesNoSpansAndItsTasksKnowIt(Scheduler scheduler) {
        Traces none = new Traces(Sampler.parentBased(Sampler.alwaysOff()));
        RunTrace trace = new RunTrace(none.tracer());
        Delayed<String> id =
                on(1).call(x -> Span.current().getSpanContext().getTraceId()).named("id");
        Delayed<Integer> kept = on(id).call(x -> trace.kept()).named("kept");

        try (scheduler) {
            RunOptions options = RunOptions.defaults().listener(trace);
            assertThat(id.compute(scheduler, none.options()))
                    .isNotEqualTo(Span.getInvalid().getSpanContext().getTraceId());
            assertThat(kept.compute(scheduler, options)).isOne();
        }

        assertThat(none.spans()).isEmpty();
        assertThat(Context.current()).isSameAs(Context.root());
    }

    // next
    @Test
    void run_whereNobodyTraces_keepsNothing() {
        RunTrace trace = new RunTrace(OpenTelemetry.noop().getTracer("dev.bide"));
        Delayed<Integer> kept = on(1).call(x -> trace.kept()).named("kept");

        assertThat(kept.compute(Schedulers.sync(), RunOptions.defaults().listener(trace)))
                .isZero();
    }

    // next => next => ..        (a chain of 1,000)
    @ParameterizedTest
    @MethodSource("schedulers")
    void kept_inALongChain_isForTheLastTasksOnly(Scheduler scheduler) {
        RunTrace trace = new RunTrace(traces.tracer());
        Delayed<Integer> chain = next.call(0);
        for (int i = 1; i < 1000; i++) {
            chain = next.call(chain);
        }
        Delayed<Integer> kept = on(chain).call(x -> trace.kept()).named("kept");

        try (scheduler) {
            // The last of the chain, and the task that asks: its links and its span.
            assertThat(kept.compute(scheduler, RunOptions.defaults().listener(trace)))
                    .isEqualTo(3);
        }

        assertThat(trace.kept()).isOne();
    }

    // step => step => ..        (5,001 of them, each a graph of its own)
    @ParameterizedTest
    @MethodSource("schedulers")
    void kept_inAGraphThatGrowsOnAndOn_isForTheLastTasksOnly(Scheduler scheduler) {
        RunTrace trace = new RunTrace(traces.tracer());
        int[] least = {Integer.MAX_VALUE};

        try (scheduler) {
            grow(5_000, trace, least).compute(scheduler, RunOptions.defaults().listener(trace));
        }

        assertThat(least[0]).isLessThan(100);
        assertThat(traces.tasks()).hasSize(10_002);
    }

    private Delayed<Integer> grow(int steps, RunTrace trace, int[] least) {
        return next.call(steps - 2).thenDelayed(left -> {
            if (left < 0) {
                for (int tries = 0; tries < 50 && trace.kept() >= 100; tries++) {
                    System.gc();
                }
                least[0] = trace.kept();
                return value(left);
            }
            return grow(left, trace, least);
        });
    }
}
