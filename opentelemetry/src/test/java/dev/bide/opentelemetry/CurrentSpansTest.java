package dev.bide.opentelemetry;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurrentSpansTest {
    private final Traces traces = new Traces();
    private final RunOptions options = traces.options();
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final Task1<String, String> work =
            Task1.<String, String>of(this::span).named("work");

    static List<Scheduler> schedulers() {
        return List.of(Schedulers.sync(), Schedulers.threads(2));
    }

    @AfterEach
    void nothingIsCurrent() {
        one.shutdownNow();
        assertThat(CurrentSpans.anyHere()).isFalse();
        assertThat(Context.current()).isSameAs(Context.root());
    }

    /** Makes a span, as a program does that knows nothing of Bide. */
    private String span(String name) {
        traces.tracer().spanBuilder(name).startSpan().end();
        return name;
    }

    private Context currentInTheOneThread() throws InterruptedException, ExecutionException {
        return one.submit(Context::current).get();
    }

    // work-1  work-2
    //      \ /
    //     (list)
    @ParameterizedTest
    @MethodSource("schedulers")
    void span_madeInATask_standsUnderTheTasks(Scheduler scheduler) {
        try (scheduler) {
            work.each(List.of("x", "y")).compute(scheduler, options);
        }

        assertThat(traces.named("x").getParentSpanId())
                .isEqualTo(traces.task("work-1").getSpanId());
        assertThat(traces.named("y").getParentSpanId())
                .isEqualTo(traces.task("work-2").getSpanId());
    }

    // outer: [ work-1  work-2 ]
    @ParameterizedTest
    @MethodSource("schedulers")
    void run_insideATask_standsUnderTheTask(Scheduler scheduler) {
        Delayed<String> outer = task((String before, String after) -> {
                    span(before);
                    work.each(List.of("x", "y")).compute(scheduler, options);
                    return span(after);
                })
                .named("outer")
                .call("before", "after");

        try (scheduler) {
            outer.compute(scheduler, options);
        }

        String task = traces.task("outer").getSpanId();
        SpanData inner = traces.spans().stream()
                .filter(span -> span.getName().equals("list"))
                .findFirst()
                .orElseThrow();
        assertThat(inner.getParentSpanId()).isEqualTo(task);
        assertThat(traces.task("work-1").getParentSpanId()).isEqualTo(inner.getSpanId());
        assertThat(traces.named("x").getParentSpanId())
                .isEqualTo(traces.task("work-1").getSpanId());
        assertThat(traces.named("before").getParentSpanId()).isEqualTo(task);
        assertThat(traces.named("after").getParentSpanId()).isEqualTo(task);
    }

    // read
    @ParameterizedTest
    @MethodSource("schedulers")
    void baggage_ofWhoStartsTheRun_isThereInATask(Scheduler scheduler) {
        Delayed<String> read = task((String name) ->
                        String.valueOf(Baggage.current().getEntryValue(name)))
                .named("read")
                .call("user");

        try (scheduler;
                Scope scope = Baggage.builder().put("user", "ann").build().makeCurrent()) {
            assertThat(scope).isNotNull();
            assertThat(read.compute(scheduler, options)).isEqualTo("ann");
        }
    }

    // bad  wait
    //   \  /
    //  (list)
    @Test
    void task_interruptedByAFailure_isCancelledAndLeavesNothingCurrent() throws Exception {
        CountDownLatch come = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        var wait = task((String x) -> {
                    come.countDown();
                    never.await();
                    return x;
                })
                .named("wait");
        var bad = task((String x) -> {
                    come.await();
                    return x.substring(9);
                })
                .named("bad");
        ExecutorService two = Executors.newFixedThreadPool(2);

        assertThatThrownBy(() -> gather(List.of(wait.call("x"), bad.call("y"))).compute(Schedulers.on(two), options))
                .isInstanceOf(TaskFailedException.class);

        assertThat(Traces.attribute(traces.task("wait"), "bide.task.outcome")).isEqualTo("cancelled");
        assertThat(traces.task("wait").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        CountDownLatch both = new CountDownLatch(2);
        var contexts = Stream.of(1, 2)
                .map(thread -> two.submit(() -> {
                    both.countDown();
                    both.await();
                    return Context.current();
                }))
                .toList();
        for (var context : contexts) {
            assertThat(context.get()).isSameAs(Context.root());
        }
        two.shutdown();
    }

    // deaf (ignores its interrupt)
    @Test
    void task_leftBehindByItsRun_isCancelledAndOffTheNextTask() throws Exception {
        CountDownLatch come = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        Scheduler scheduler = Schedulers.on(one);
        Run<String> run = task((String x) -> {
                    come.countDown();
                    while (open.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return span(x);
                })
                .named("deaf")
                .call("late")
                .start(scheduler, options.grace(Duration.ofMillis(1)));
        come.await();
        run.cancel();
        assertThatThrownBy(run::get).isInstanceOf(RunCancelledException.class);
        SpanData deaf = traces.task("deaf");

        open.countDown();
        work.call("x").compute(scheduler, options);

        assertThat(Traces.attribute(deaf, "bide.task.outcome")).isEqualTo("cancelled");
        assertThat(traces.named("late").getParentSpanId()).isEqualTo(deaf.getSpanId());
        assertThat(traces.named("x").getParentSpanId())
                .isEqualTo(traces.task("work").getSpanId());
        assertThat(currentInTheOneThread()).isSameAs(Context.root());
    }

    // stop (interrupts its thread)
    @Test
    void callersThread_afterItWasInterrupted_hasNothingCurrent() {
        Delayed<String> stop = task((String x) -> {
                    Thread.currentThread().interrupt();
                    new CountDownLatch(1).await();
                    return x;
                })
                .named("stop")
                .call("x");

        assertThatThrownBy(() -> stop.compute(Schedulers.sync(), options)).isInstanceOf(RunCancelledException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Traces.attribute(traces.task("stop"), "bide.task.outcome")).isEqualTo("cancelled");
        assertThat(Traces.attribute(traces.run(), "bide.run.outcome")).isEqualTo("cancelled");
        assertThat(Context.current()).isSameAs(Context.root());
    }

    // work
    //   |
    // grow => work
    //   |
    // last
    @Test
    void growingTask_onItsEnd_leavesNothingCurrent() throws Exception {
        Delayed<String> grow =
                work.call("x").thenDelayed(x -> work.call(x + "y")).named("grow");

        on(grow).call(this::span).named("last").compute(Schedulers.on(one), options);

        assertThat(traces.spans().stream()
                        .filter(span -> span.getName().equals("xy"))
                        .filter(span -> Traces.key(span) == null)
                        .count())
                .isEqualTo(2);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
        assertThat(currentInTheOneThread()).isSameAs(Context.root());
    }
}
