package dev.bide.benchmarks.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;

/**
 * A {@link ForkJoinPool} with a {@link RecursiveTask} for each task: it forks all its dependencies but the first,
 * runs that one itself, and joins the others. Fits where each task has one dependent, and where the graph is not
 * deep.
 */
final class ForkJoin implements Contender {
    private final ForkJoinPool pool;

    ForkJoin(int threads) {
        pool = new ForkJoinPool(threads);
    }

    @Override
    public String name() {
        return "ForkJoinPool";
    }

    @Override
    public Optional<String> obstacle(Shape shape, int n) {
        return switch (shape) {
            case FAN, TREE, PIPE -> Optional.empty();
            case CHAIN -> Obstacle.beyond(1_000, n, "stack overflow");
            case WAVE, LAYER -> Optional.of("no recursion: tasks have several dependents");
        };
    }

    @Override
    public int bytesPerTask() {
        return 100;
    }

    @Override
    public Built build(Blueprint graph) {
        Call[] calls = new Call[graph.size()];
        for (int i = 0; i < calls.length; i++) {
            Call[] on = new Call[graph.count(i)];
            for (int k = 0; k < on.length; k++) {
                on[k] = calls[graph.dependency(i, k)];
            }
            calls[i] = new Call(on, graph.inputs()[i]);
        }
        return new Calls(calls, pool);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private record Calls(Call[] calls, ForkJoinPool pool) implements Built {
        @Override
        public Value run() {
            return pool.invoke(calls[calls.length - 1]);
        }

        @Override
        public Built compiled() {
            return () -> {
                for (Call call : calls) {
                    call.reinitialize();
                }
                return run();
            };
        }
    }

    private static final class Call extends RecursiveTask<Value> {
        private static final long serialVersionUID = 1;

        private final Call[] on;
        private final transient Value input;

        Call(Call[] on, Value input) {
            this.on = on;
            this.input = input;
        }

        @Override
        protected Value compute() {
            return switch (on.length) {
                case 0 -> Value.leaf(input);
                case 1 -> Value.one(on[0].invoke());
                case 2 -> {
                    on[1].fork();
                    Value first = on[0].invoke();
                    yield Value.two(first, on[1].join());
                }
                default -> Value.all(all());
            };
        }

        private List<Value> all() {
            ForkJoinTask.invokeAll(on);
            List<Value> values = new ArrayList<>(on.length);
            for (Call each : on) {
                values.add(each.join());
            }
            return values;
        }
    }
}
