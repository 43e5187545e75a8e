package dev.bide.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.event.RunListener;
import dev.bide.schedule.RunOptions;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a test has traced. */
final class Traces {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetry openTelemetry;

    Traces(Sampler sampler) {
        openTelemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build();
    }

    Traces() {
        this(Sampler.alwaysOn());
    }

    RunListener listener() {
        return BideTracing.of(openTelemetry);
    }

    RunOptions options() {
        return RunOptions.defaults().listener(listener());
    }

    /** A tracer of the program that is traced. */
    Tracer tracer() {
        return openTelemetry.getTracer("test");
    }

    /** All spans that have ended, in the order in which they did. */
    List<SpanData> spans() {
        return exporter.getFinishedSpanItems();
    }

    SpanData run() {
        return only(spans().stream()
                .filter(span -> attribute(span, "bide.run.outcome") != null)
                .toList());
    }

    /** The spans of tasks. */
    List<SpanData> tasks() {
        return spans().stream().filter(span -> key(span) != null).toList();
    }

    List<SpanData> tasks(String key) {
        return tasks().stream().filter(span -> key.equals(key(span))).toList();
    }

    SpanData task(String key) {
        return only(tasks(key));
    }

    SpanData named(String name) {
        return only(spans().stream().filter(span -> span.getName().equals(name)).toList());
    }

    private static SpanData only(List<SpanData> spans) {
        assertThat(spans).hasSize(1);
        return spans.get(0);
    }

    /** The keys of the tasks to whose spans a task's span links. */
    Set<String> links(String key) {
        List<SpanData> all = tasks(key);
        return all.get(all.size() - 1).getLinks().stream()
                .map(link -> only(spans().stream()
                        .filter(span -> span.getSpanContext().equals(link.getSpanContext()))
                        .toList()))
                .map(Traces::key)
                .collect(Collectors.toSet());
    }

    static @Nullable String key(SpanData span) {
        return attribute(span, "bide.task.key");
    }

    static @Nullable String attribute(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }
}
