package dev.bide.opentelemetry;

import dev.bide.event.Event.GraphGrew;
import dev.bide.graph.Plan;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The links of a run with one plan: kept from the time a task begins until the last dependent has its result. */
final class LinksByNumber extends Links {
    private final AtomicReferenceArray<@Nullable Collection<SpanContext>> spans;

    LinksByNumber(Plan plan) {
        spans = new AtomicReferenceArray<>(plan.size());
    }

    @Override
    Collection<SpanContext> of(Plan plan, int task) {
        Collection<SpanContext> known = spans.getPlain(task);
        return known == null ? List.of() : known;
    }

    @Override
    void putAll(Plan plan, int task, Collection<SpanContext> all) {
        spans.setPlain(task, all);
    }

    @Override
    void release(Plan plan, int task) {
        spans.setPlain(task, null);
    }

    @Override
    void grew(GraphGrew grew) {
        throw new IllegalStateException("a plan that does not expand grew: " + grew);
    }

    @Override
    Collection<SpanContext> origin(Plan plan) {
        return List.of();
    }

    @Override
    int kept() {
        int kept = 0;
        for (int task = 0; task < spans.length(); task++) {
            kept += spans.get(task) == null ? 0 : 1;
        }
        return kept;
    }
}
