package dev.bide.benchmarks.shapes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What somebody would write by hand for a graph of functions on one thread: it counts what each task still waits for, keeps
 * a stack of those that are ready, and lets go of each result after its last use. What {@code sync()} is measured by.
 */
final class CountingLoop implements Contender {
    /** A function of three. */
    private interface Three {
        Value apply(Value a, Value b, Value c);
    }

    @Override
    public String name() {
        return "counting loop";
    }

    @Override
    public int bytesPerTask() {
        return 80;
    }

    @Override
    public Built build(Blueprint graph) {
        Object[] functions = new Object[graph.size()];
        UnaryOperator<Value> leaf = Value::leaf;
        UnaryOperator<Value> one = Value::one;
        BinaryOperator<Value> two = Value::two;
        Three three = Value::three;
        Function<List<Value>, Value> all = Value::all;
        for (int i = 0; i < functions.length; i++) {
            functions[i] = switch (graph.count(i)) {
                case 0 -> leaf;
                case 1 -> one;
                case 2 -> two;
                case 3 -> three;
                default -> all;
            };
        }
        return new Counted(graph, functions, Dependents.of(graph));
    }

    private record Counted(Blueprint graph, Object[] functions, Dependents dependents) implements Built {
        @Override
        public Value run() {
            return new Pass(graph, functions, dependents).run();
        }
    }

    /** One run. */
    private static final class Pass {
        private final Blueprint graph;
        private final Object[] functions;
        private final Dependents dependents;
        private final int[] pending;
        private final int[] uses;
        private final Value[] results;
        private final int[] ready;
        private int waiting;

        Pass(Blueprint graph, Object[] functions, Dependents dependents) {
            this.graph = graph;
            this.functions = functions;
            this.dependents = dependents;
            int size = graph.size();
            this.results = new Value[size];
            this.ready = new int[size];
            this.pending = new int[size];
            this.uses = new int[size];
            for (int i = 0; i < size; i++) {
                pending[i] = graph.count(i);
                uses[i] = dependents.start()[i + 1] - dependents.start()[i];
            }
        }

        Value run() {
            for (int i = pending.length - 1; i >= 0; i--) {
                arrive(i, 0);
            }
            while (waiting > 0) {
                int task = ready[--waiting];
                results[task] = call(task);
                release(task);
                for (int p = dependents.start()[task]; p < dependents.start()[task + 1]; p++) {
                    arrive(dependents.rows()[p], 1);
                }
            }
            return results[results.length - 1];
        }

        private void arrive(int task, int one) {
            pending[task] -= one;
            if (pending[task] == 0) {
                ready[waiting++] = task;
            }
        }

        @SuppressWarnings("NullAway") // nobody reads a result after its last use
        private void release(int task) {
            for (int p = graph.start()[task]; p < graph.start()[task + 1]; p++) {
                int dependency = graph.dependencies()[p];
                if (--uses[dependency] == 0) {
                    results[dependency] = null;
                }
            }
        }

        @SuppressWarnings("unchecked")
        private Value call(int i) {
            int from = graph.start()[i];
            int[] on = graph.dependencies();
            Object function = functions[i];
            return switch (graph.count(i)) {
                case 0 -> ((UnaryOperator<Value>) function).apply(graph.inputs()[i]);
                case 1 -> ((UnaryOperator<Value>) function).apply(results[on[from]]);
                case 2 -> ((BinaryOperator<Value>) function).apply(results[on[from]], results[on[from + 1]]);
                case 3 -> ((Three) function).apply(results[on[from]], results[on[from + 1]], results[on[from + 2]]);
                default -> ((Function<List<Value>, Value>) function).apply(list(i));
            };
        }

        private List<Value> list(int i) {
            List<Value> values = new ArrayList<>(graph.count(i));
            for (int k = 0; k < graph.count(i); k++) {
                values.add(results[graph.dependency(i, k)]);
            }
            return values;
        }
    }

    /**
     * Who needs each task.
     *
     * @param start where the dependents of each task start, and one entry more
     * @param rows numbers of tasks
     */
    private record Dependents(int[] start, int[] rows) {
        static Dependents of(Blueprint graph) {
            int[] start = new int[graph.size() + 1];
            for (int dependency : graph.dependencies()) {
                start[dependency + 1]++;
            }
            for (int i = 0; i < graph.size(); i++) {
                start[i + 1] += start[i];
            }
            int[] at = start.clone();
            int[] rows = new int[graph.dependencies().length];
            for (int i = 0; i < graph.size(); i++) {
                for (int p = graph.start()[i]; p < graph.start()[i + 1]; p++) {
                    rows[at[graph.dependencies()[p]]++] = i;
                }
            }
            return new Dependents(start, rows);
        }
    }
}
