package dev.bide.benchmarks.shapes;

import java.util.ArrayList;
import java.util.List;

/**
 * The floor: a loop over the blueprint's own arrays. It knows the sequence beforehand, so it counts nothing; it lets
 * go of each result after its last use, as everybody should.
 */
final class Loop implements Contender {
    @Override
    public String name() {
        return "loop";
    }

    @Override
    public int bytesPerTask() {
        return 50;
    }

    @Override
    public Counted build(Blueprint graph) {
        int[] uses = new int[graph.size()];
        for (int dependency : graph.dependencies()) {
            uses[dependency]++;
        }
        return new Counted(graph, uses);
    }

    record Counted(Blueprint graph, int[] counts) implements Built {
        @Override
        @SuppressWarnings("NullAway") // nobody reads a result after its last use
        public Value run() {
            int[] uses = counts.clone();
            Value[] results = new Value[graph.size()];
            for (int i = 0; i < results.length; i++) {
                results[i] = call(i, results);
                for (int p = graph.start()[i]; p < graph.start()[i + 1]; p++) {
                    int dependency = graph.dependencies()[p];
                    if (--uses[dependency] == 0) {
                        results[dependency] = null;
                    }
                }
            }
            return results[results.length - 1];
        }

        private Value call(int i, Value[] results) {
            int from = graph.start()[i];
            int[] on = graph.dependencies();
            return switch (graph.count(i)) {
                case 0 -> Value.leaf(graph.inputs()[i]);
                case 1 -> Value.one(results[on[from]]);
                case 2 -> Value.two(results[on[from]], results[on[from + 1]]);
                case 3 -> Value.three(results[on[from]], results[on[from + 1]], results[on[from + 2]]);
                default -> Value.all(list(i, results));
            };
        }

        private List<Value> list(int i, Value[] results) {
            List<Value> values = new ArrayList<>(graph.count(i));
            for (int k = 0; k < graph.count(i); k++) {
                values.add(results[graph.dependency(i, k)]);
            }
            return values;
        }

        @Override
        public Built compiled() {
            return this;
        }
    }
}
