package dev.bide.benchmarks.shapes;

import com.github.dexecutor.core.DefaultDexecutor;
import com.github.dexecutor.core.Dexecutor;
import com.github.dexecutor.core.DexecutorConfig;
import com.github.dexecutor.core.ExecutionConfig;
import com.github.dexecutor.core.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Dexecutor: tasks are numbers, and ordered by adding dependencies; results pass through an array. Without its check
 * for cycles, which compares each task with all others.
 */
final class DexecutorGraph implements Contender {
    private final ExecutorService pool;

    DexecutorGraph(int threads) {
        pool = Executors.newFixedThreadPool(threads);
    }

    @Override
    public String name() {
        return "Dexecutor";
    }

    @Override
    public Optional<String> obstacle(Shape shape, int n) {
        return switch (shape) {
            case FAN, PIPE -> Obstacle.beyond(1_000, n, "n^3 comparisons");
            default -> Obstacle.beyond(10_000, n, "n^2 comparisons");
        };
    }

    @Override
    public int bytesPerTask() {
        return 1_000;
    }

    @Override
    public Built build(Blueprint graph) {
        Value[] results = new Value[graph.size()];
        DexecutorConfig<Integer, Value> config =
                new DexecutorConfig<>(pool, number -> new Call(graph, number, results));
        config.setValidator(anything -> {});
        Dexecutor<Integer, Value> dexecutor = new DefaultDexecutor<>(config);
        for (int i = 0; i < graph.size(); i++) {
            if (graph.count(i) == 0) {
                dexecutor.addIndependent(i);
            }
            for (int k = 0; k < graph.count(i); k++) {
                dexecutor.addDependency(graph.dependency(i, k), i);
            }
        }
        return new Numbered(dexecutor, results);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private record Numbered(Dexecutor<Integer, Value> dexecutor, Value[] results) implements Built {
        @Override
        public Value run() {
            dexecutor.execute(ExecutionConfig.NON_TERMINATING);
            return results[results.length - 1];
        }
    }

    private static final class Call extends Task<Integer, Value> {
        private static final long serialVersionUID = 1;

        private final transient Blueprint graph;
        private final transient Value[] results;
        private final int number;

        Call(Blueprint graph, int number, Value[] results) {
            this.graph = graph;
            this.number = number;
            this.results = results;
        }

        @Override
        public Value execute() {
            Value result = switch (graph.count(number)) {
                case 0 -> Value.leaf(graph.inputs()[number]);
                case 1 -> Value.one(dependency(0));
                case 2 -> Value.two(dependency(0), dependency(1));
                case 3 -> Value.three(dependency(0), dependency(1), dependency(2));
                default -> Value.all(all());
            };
            results[number] = result;
            return result;
        }

        private Value dependency(int position) {
            return results[graph.dependency(number, position)];
        }

        private List<Value> all() {
            List<Value> values = new ArrayList<>(graph.count(number));
            for (int k = 0; k < graph.count(number); k++) {
                values.add(dependency(k));
            }
            return values;
        }
    }
}
