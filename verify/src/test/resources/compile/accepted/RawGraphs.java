package accepted;

import static dev.bide.Bide.delayed;
import static dev.bide.Bide.ref;
import static dev.bide.Bide.refs;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.graph.Key;
import dev.bide.graph.TaskGraph;
import dev.bide.order.Order;
import java.util.List;
import java.util.Set;

/** Graphs with keys, for tools and for people who generate them. */
class RawGraphs {
    static String load(String file) {
        return file;
    }

    static String analyze(List<String> all) {
        return String.join("", all);
    }

    static void run() {
        TaskGraph graph = TaskGraph.builder()
                .put("name", "b.csv")
                .put("load-1", task(RawGraphs::load), "a.csv")
                .put("load-2", task(RawGraphs::load), ref("name"))
                .put("analyze", task(RawGraphs::analyze), refs("load-1", "load-2"))
                .build();

        String report = Schedulers.threads().get(graph, "analyze", String.class);
        List<?> nested = Schedulers.sync().get(graph, List.of("name", List.of("load-1", "load-2")));
        List<Key> order = Order.of(graph);
        Set<Key> keys = graph.keys();
        Set<Key> dependencies = graph.dependencies(Key.of("analyze"));
        Set<Key> dependents = graph.dependents(Key.of("name"));

        Delayed<String> back = delayed(graph, "analyze", String.class);
        TaskGraph again = back.graph();
    }
}
