package dev.bide.opentelemetry;

import dev.bide.event.Event.GraphGrew;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The links of a run that may grow. Its plans share nodes: what one of them computes, another goes on with. A result may find
 * more users after its release was told of, so what stands here goes with the node, when nothing else holds that.
 */
final class LinksByNode extends Links {
    private final Map<Node, Collection<SpanContext>> spans = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<Plan, Collection<SpanContext>> origins = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    Collection<SpanContext> of(Plan plan, int task) {
        return spans.getOrDefault(plan.node(task), List.of());
    }

    @Override
    void putAll(Plan plan, int task, Collection<SpanContext> all) {
        spans.put(plan.node(task), all);
    }

    @Override
    void release(Plan plan, int task) {
        // Another plan may be about to ask for it.
    }

    @Override
    void grew(GraphGrew grew) {
        origins.put(grew.plan(), of(grew.by().plan(), grew.by().task()));
    }

    @Override
    Collection<SpanContext> origin(Plan plan) {
        return origins.getOrDefault(plan, List.of());
    }

    @Override
    int kept() {
        return spans.size() + origins.size();
    }
}
