package dev.bide.opentelemetry;

import dev.bide.event.Event.GraphGrew;
import dev.bide.graph.Plan;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * To which spans the tasks of a run link. What a task stands for is its own span; a task that only gathers stands for those
 * of its inputs.
 *
 * <p>A task's spans are put before it finishes and read when a dependent begins: the run orders the one before the other.
 */
abstract sealed class Links permits LinksByNumber, LinksByNode {
    /** As many as a span has unless its limits are changed. */
    static final int LIMIT = 128;

    static Links of(Plan plan) {
        return plan.expanding() ? new LinksByNode() : new LinksByNumber(plan);
    }

    /** What a task stands for; nothing if that is not known any more. */
    abstract Collection<SpanContext> of(Plan plan, int task);

    abstract void putAll(Plan plan, int task, Collection<SpanContext> spans);

    abstract void release(Plan plan, int task);

    abstract void grew(GraphGrew grew);

    /** For how many tasks something is kept. */
    abstract int kept();

    /** What made the plan part of the run; nothing for the first. */
    abstract Collection<SpanContext> origin(Plan plan);

    final void put(Plan plan, int task, SpanContext span) {
        putAll(plan, task, List.of(span));
    }

    /** What the inputs of a task stand for, in the order of its arguments, as many as may be. */
    final Collection<SpanContext> inputs(Plan plan, int task) {
        if (plan.isLeaf(task)) {
            return origin(plan);
        }
        Set<SpanContext> found = new LinkedHashSet<>();
        int end = plan.dependencyStart()[task + 1];
        for (int p = plan.dependencyStart()[task]; p < end && found.size() < LIMIT; p++) {
            of(plan, plan.dependencies()[p]).stream()
                    .limit(LIMIT - found.size())
                    .forEach(found::add);
        }
        return found;
    }
}
