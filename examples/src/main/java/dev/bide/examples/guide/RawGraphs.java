package dev.bide.examples.guide;

import static dev.bide.Bide.*;
import static dev.bide.Bide.ref;
import static dev.bide.Bide.refs;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.graph.Key;
import dev.bide.graph.TaskGraph;
import dev.bide.optimize.Optimizer;
import dev.bide.order.Order;
import java.util.List;

/** Guide, page 7: graphs as data. */
public final class RawGraphs {
    private RawGraphs() {}

    static String load(String file) {
        return file.toUpperCase(java.util.Locale.ROOT);
    }

    static String clean(String text) {
        return text.replace(".CSV", "");
    }

    static String analyze(List<String> parts) {
        return String.join("+", parts);
    }

    static TaskGraph graph() {
        // [builder]
        var load = task(RawGraphs::load);
        var clean = task(RawGraphs::clean);
        TaskGraph graph = TaskGraph.builder()
                .put("file", "b.csv") // a value
                .put("load-a", load, "a.csv") // a call with a plain argument
                .put("load-b", load, ref("file"))
                .put("clean-a", clean, ref("load-a"))
                .put("clean-b", clean, ref("load-b"))
                .put("all", task(RawGraphs::analyze), refs("clean-a", "clean-b"))
                .put("report", ref("all")) // an alias
                .build();
        // [/builder]
        return graph;
    }

    static void get(TaskGraph graph) {
        // [get]
        System.out.println(Schedulers.threads().get(graph, "report", String.class));
        System.out.println(Schedulers.sync().get(graph, List.of("file", List.of("clean-a", "clean-b"))));
        // [/get]

        // [look]
        System.out.println(graph.keys());
        System.out.println(graph.dependencies(Key.of("all")) + " " + graph.dependents(Key.of("file")));
        System.out.println(Order.of(graph));
        // [/look]
    }

    static void change(TaskGraph graph) {
        // [change]
        TaskGraph part = graph.cull(Key.of("clean-a"));
        System.out.println(part.keys());

        TaskGraph instead = graph.substitute(Key.of("load-b"), "C.CSV"); // as if load-b had given this
        System.out.println(Schedulers.sync().get(instead, "report"));
        System.out.println(instead.cull(Key.of("report")).keys());

        TaskGraph fused = Optimizer.fuse(graph, Key.of("report"));
        System.out.println(fused.keys() + " " + Schedulers.sync().get(fused, "report"));
        // [/change]
    }

    static void convert(TaskGraph graph) {
        // [convert]
        Delayed<String> report = delayed(graph, "report", String.class); // a node as a Delayed
        Delayed<Integer> length = report.then(String::length); // typed calls go on from there
        System.out.println(length.compute());
        System.out.println(length.graph().keys()); // and back
        // [/convert]
    }

    static void refused() {
        // [refused]
        List<Runnable> wrong = List.of(
                () -> TaskGraph.builder().put("a", ref("b")).put("b", ref("a")).build(),
                () -> TaskGraph.builder()
                        .put("load-1", 1)
                        .put("all", ref("laod-1"))
                        .build(),
                () -> TaskGraph.builder().put("a", 1).put("a", 2));
        for (Runnable attempt : wrong) {
            try {
                attempt.run();
            } catch (IllegalArgumentException refused) {
                System.out.println(refused.getMessage());
            }
        }
        // [/refused]
    }

    /**
     * Runs all of it.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        TaskGraph graph = graph();
        get(graph);
        change(graph);
        convert(graph);
        refused();
    }
}
