package dev.bide.benchmarks.shapes;

import com.linkedin.parseq.Engine;
import com.linkedin.parseq.EngineBuilder;
import com.linkedin.parseq.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * ParSeq: a {@link Task} for each task, with a name that is given, so that none is worked out, and with no trace
 * kept. The engine runs the tasks of one plan one at a time, on whichever of its threads is free.
 */
final class ParSeqTasks implements Contender {
    private final ExecutorService pool;
    private final ScheduledExecutorService timer;
    private final Engine engine;

    ParSeqTasks(int threads) {
        pool = Executors.newFixedThreadPool(threads);
        timer = Executors.newSingleThreadScheduledExecutor();
        engine = new EngineBuilder()
                .setTaskExecutor(pool)
                .setTimerScheduler(timer)
                .setEngineProperty(Engine.MAX_RELATIONSHIPS_PER_TRACE, 0)
                .build();
    }

    @Override
    public String name() {
        return "ParSeq";
    }

    @Override
    public Optional<String> obstacle(Shape shape, int n) {
        return switch (shape) {
            case CHAIN -> Obstacle.beyond(300, n, "stack overflow");
            case WAVE -> Obstacle.beyond(100_000, n, "stack overflow");
            default -> Optional.empty();
        };
    }

    @Override
    public int bytesPerTask() {
        return 1_000;
    }

    @Override
    public Built build(Blueprint graph) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Task<Value>[] tasks = new Task[graph.size()];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = task(graph, i, tasks);
        }
        return new Plan(tasks, engine);
    }

    private static Task<Value> task(Blueprint graph, int i, Task<Value>[] tasks) {
        int from = graph.start()[i];
        int[] on = graph.dependencies();
        return switch (graph.count(i)) {
            case 0 -> {
                Value input = graph.inputs()[i];
                yield Task.callable("leaf", () -> Value.leaf(input));
            }
            case 1 -> tasks[on[from]].map("one", Value::one);
            case 2 -> Task.par(tasks[on[from]], tasks[on[from + 1]]).map("two", Value::two);
            case 3 ->
                Task.par(tasks[on[from]], tasks[on[from + 1]], tasks[on[from + 2]])
                        .map("three", Value::three);
            default -> Task.par(all(graph, i, tasks)).map("all", Value::all);
        };
    }

    private static List<Task<Value>> all(Blueprint graph, int i, Task<Value>[] tasks) {
        List<Task<Value>> all = new ArrayList<>(graph.count(i));
        for (int k = 0; k < graph.count(i); k++) {
            all.add(tasks[graph.dependency(i, k)]);
        }
        return all;
    }

    @Override
    public void close() {
        engine.shutdown();
        timer.shutdownNow();
        pool.shutdownNow();
    }

    private record Plan(Task<Value>[] tasks, Engine engine) implements Built {
        @Override
        public Value run() throws InterruptedException {
            Task<Value> root = tasks[tasks.length - 1];
            engine.run(root);
            root.await();
            return root.get();
        }
    }
}
