package dev.bide.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bide.Schedulers;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
import dev.bide.graph.TaskGraphBuilder;
import dev.bide.optimize.Optimizer;
import dev.bide.order.Order;
import dev.bide.schedule.TaskFailedException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whatever is put into a raw graph, it is refused with a clear error at the earliest moment, or it can be asked, ordered,
 * cut, drawn and computed, and gives what plain recursion gives.
 */
class RawGraphFuzzTest {
    @FuzzTest
    void build_anyNodes_refusesOrComputesThem(FuzzedDataProvider data) {
        TaskGraphBuilder builder = TaskGraph.builder();
        Puts puts = Puts.into(builder, new PutDrawing(data).draw());
        TaskGraph graph = puts.build(builder);
        if (graph != null) {
            asksAndOrders(graph, puts);
            draws(graph, puts);
            puts.keys().forEach(key -> computes(graph, puts, key));
            computesAll(graph, puts);
            if (!puts.keys().isEmpty()) {
                changes(graph, puts, data.pickValue(puts.keys()));
            }
        }
    }

    private static void asksAndOrders(TaskGraph graph, Puts puts) {
        assertThat(graph.keys()).containsExactlyElementsOf(keys(puts.keys()));
        for (String key : puts.keys()) {
            Set<Key> needed = graph.dependencies(Key.of(key));
            assertThat(needed).containsExactlyInAnyOrderElementsOf(keys(puts.dependencies(key)));
            assertThat(needed).allMatch(each -> graph.dependents(each).contains(Key.of(key)));
        }
        List<Key> order = Order.of(graph);
        assertThat(order).containsExactlyInAnyOrderElementsOf(graph.keys());
        Set<Key> before = new HashSet<>();
        for (Key key : order) {
            assertThat(before).containsAll(graph.dependencies(key));
            before.add(key);
        }
    }

    private static Set<Key> keys(Set<String> names) {
        return names.stream().map(Key::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** With keys of other graphs in it, a plan still has no key twice. */
    private static void draws(TaskGraph graph, Puts puts) {
        for (String key : puts.keys()) {
            Plan plan = Plan.of(graph.node(Key.of(key)));
            Set<Key> keys = new HashSet<>();
            for (int task = 0; task < plan.size(); task++) {
                assertThat(keys.add(plan.key(task)))
                        .as("once: %s", plan.key(task))
                        .isTrue();
            }
        }
        new DrawnText(Plan.of(graph)).check();
    }

    private static void computes(TaskGraph graph, Puts puts, String key) {
        Object expected = puts.expected(key);
        if (expected == Outcome.FAILED) {
            assertThatThrownBy(() -> Schedulers.sync().get(graph, key)).isInstanceOf(TaskFailedException.class);
        } else {
            Object result = Schedulers.sync().get(graph, key);
            assertThat(Digest.of(result)).as("%s: %s", key, result).isEqualTo(Digest.of(expected));
        }
    }

    private static void computesAll(TaskGraph graph, Puts puts) {
        List<String> whole = puts.keys().stream()
                .filter(key -> puts.expected(key) != Outcome.FAILED)
                .toList();
        List<?> nested =
                Schedulers.sync().get(graph, List.of(whole, List.of(), List.copyOf(keys(new HashSet<>(whole)))));
        assertThat(nested).hasSize(3);
        List<?> results = (List<?>) nested.get(0);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(Digest.of(results.get(i))).isEqualTo(Digest.of(puts.expected(whole.get(i))));
        }
    }

    /** Parts of the graph and graphs made of it give the same. */
    private static void changes(TaskGraph graph, Puts puts, String key) {
        TaskGraph culled = Optimizer.cull(graph, Key.of(key));
        assertThat(culled.keys()).containsExactlyInAnyOrderElementsOf(keys(puts.needed(key)));
        computes(culled, puts, key);

        TaskGraph fused = Optimizer.fuse(graph, Key.of(key));
        assertThat(fused.keys()).contains(Key.of(key));
        fused.keys().forEach(left -> computes(fused, puts, left.name()));

        Puts changed = puts.with(key, "changed");
        TaskGraph substituted = graph.substitute(Key.of(key), "changed");
        puts.keys().forEach(each -> computes(substituted, changed, each));

        Plan plan = Plan.of(graph.node(Key.of(key)));
        TaskGraph again = TaskGraph.of(graph.node(Key.of(key)));
        // What stands for another is gone, and a key of another graph may be the same.
        if (plan.key(plan.root()).equals(Key.of(key))) {
            computes(again, puts, key);
        }
    }
}
