package dev.bide.benchmarks.shapes;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;

import dev.bide.Compiled;
import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.Task3;
import dev.bide.graph.Plan;
import dev.bide.schedule.Scheduler;
import java.util.AbstractList;
import java.util.List;

/** Bide through its typed API, on one of its schedulers. */
final class BideCalls implements Contender {
    private static final Task1<Value, Value> LEAF = task(Value::leaf);
    private static final Task1<Value, Value> ONE = task(Value::one);
    private static final Task2<Value, Value, Value> TWO = task(Value::two);
    private static final Task3<Value, Value, Value, Value> THREE = task(Value::three);
    private static final Task1<List<Value>, Value> ALL = task(Value::all);

    private final String name;
    private final Scheduler scheduler;
    private final Runnable end;

    BideCalls(String name, Scheduler scheduler, Runnable end) {
        this.name = name;
        this.scheduler = scheduler;
        this.end = end;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int bytesPerTask() {
        return 130;
    }

    @Override
    public Built build(Blueprint graph) {
        return new Calls(calls(graph), scheduler);
    }

    /** What a run of the graph follows. */
    static Plan plan(Blueprint graph) {
        Delayed<Value>[] calls = calls(graph);
        return Plan.of(calls[calls.length - 1]);
    }

    private static Delayed<Value>[] calls(Blueprint graph) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Delayed<Value>[] calls = new Delayed[graph.size()];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = switch (graph.count(i)) {
                case 0 -> LEAF.call(graph.inputs()[i]);
                case 1 -> ONE.call(calls[graph.dependency(i, 0)]);
                case 2 -> TWO.call(calls[graph.dependency(i, 0)], calls[graph.dependency(i, 1)]);
                case 3 ->
                    THREE.call(
                            calls[graph.dependency(i, 0)],
                            calls[graph.dependency(i, 1)],
                            calls[graph.dependency(i, 2)]);
                default -> ALL.call(all(calls, graph, i));
            };
        }
        return calls;
    }

    private static DelayedList<Value> all(Delayed<Value>[] calls, Blueprint graph, int task) {
        return gather(new AbstractList<>() {
            @Override
            public Delayed<Value> get(int position) {
                return calls[graph.dependency(task, position)];
            }

            @Override
            public int size() {
                return graph.count(task);
            }
        });
    }

    @Override
    public void close() {
        end.run();
    }

    private record Calls(Delayed<Value>[] handles, Scheduler scheduler) implements Built {
        @Override
        public Value run() {
            return handles[handles.length - 1].compute(scheduler);
        }

        @Override
        public Built compiled() {
            Compiled<Value> compiled = handles[handles.length - 1].compile();
            return () -> compiled.compute(scheduler);
        }
    }
}
