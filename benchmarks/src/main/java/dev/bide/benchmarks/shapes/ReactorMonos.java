package dev.bide.benchmarks.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reactor: a {@link Mono} for each task, cached, for it may have several dependents. Each task is handed to a
 * scheduler, or run inline by the thread that completes its last dependency.
 */
final class ReactorMonos implements Contender {
    private final boolean inline;
    private final Scheduler scheduler;

    ReactorMonos(boolean inline, int threads) {
        this.inline = inline;
        this.scheduler = Schedulers.newParallel("reactor", threads, true);
    }

    @Override
    public String name() {
        return inline ? "Reactor inline" : "Reactor";
    }

    @Override
    public Optional<String> obstacle(Shape shape, int n) {
        return switch (shape) {
            case CHAIN -> Obstacle.beyond(1_000, n, "stack overflow");
            case WAVE -> Obstacle.beyond(100_000, n, "stack overflow");
            default -> Optional.empty();
        };
    }

    @Override
    public int bytesPerTask() {
        return 600;
    }

    @Override
    public Built build(Blueprint graph) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Mono<Value>[] monos = new Mono[graph.size()];
        for (int i = 0; i < monos.length; i++) {
            if (graph.count(i) == 0) {
                Value input = graph.inputs()[i];
                monos[i] = Mono.fromCallable(() -> Value.leaf(input))
                        .subscribeOn(scheduler)
                        .cache();
            } else {
                monos[i] = dependent(graph, i, monos).cache();
            }
        }
        return new Monos(monos);
    }

    private Mono<Value> dependent(Blueprint graph, int i, Mono<Value>[] monos) {
        Mono<Value> a = monos[graph.dependency(i, 0)];
        return switch (graph.count(i)) {
            case 1 -> placed(a).map(Value::one);
            case 2 -> zipped(a, monos[graph.dependency(i, 1)]);
            case 3 ->
                placed(Mono.zip(a, monos[graph.dependency(i, 1)], monos[graph.dependency(i, 2)]))
                        .map(all -> Value.three(all.getT1(), all.getT2(), all.getT3()));
            default ->
                placed(Mono.zip(all(graph, i, monos), results -> results)).map(results -> Value.all(values(results)));
        };
    }

    private Mono<Value> zipped(Mono<Value> a, Mono<Value> b) {
        return inline
                ? Mono.zip(a, b, Value::two)
                : Mono.zip(a, b).publishOn(scheduler).map(both -> Value.two(both.getT1(), both.getT2()));
    }

    private <T> Mono<T> placed(Mono<T> mono) {
        return inline ? mono : mono.publishOn(scheduler);
    }

    private static List<Mono<Value>> all(Blueprint graph, int i, Mono<Value>[] monos) {
        List<Mono<Value>> all = new ArrayList<>(graph.count(i));
        for (int k = 0; k < graph.count(i); k++) {
            all.add(monos[graph.dependency(i, k)]);
        }
        return all;
    }

    private static List<Value> values(Object[] results) {
        List<Value> values = new ArrayList<>(results.length);
        for (Object result : results) {
            values.add((Value) result);
        }
        return values;
    }

    @Override
    public void close() {
        scheduler.dispose();
    }

    private record Monos(Mono<Value>[] monos) implements Built {
        @Override
        public Value run() {
            return Objects.requireNonNull(monos[monos.length - 1].block());
        }
    }
}
