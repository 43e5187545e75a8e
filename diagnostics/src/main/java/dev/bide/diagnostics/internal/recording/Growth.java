package dev.bide.diagnostics.internal.recording;

import dev.bide.event.Event.GraphGrew;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The plans that a graph grew by, known only as long as the run needs them: a loop of a million steps must not be kept alive
 * by who watches it. What is to be read later is copied; which task computes what another plan imports is looked up when
 * that plan comes.
 */
final class Growth {
    private final Map<Plan, PlanLog> logs = new WeakHashMap<>();
    private final Map<Node, Place> computed = new WeakHashMap<>();

    /** Notes where the tasks of the plan that the run began with are written down. */
    synchronized void begin(Plan plan, PlanLog log) {
        know(plan, log);
    }

    @Nullable
    synchronized PlanLog logOf(Plan plan) {
        return logs.get(plan);
    }

    /** Begins a log of the plan that the graph grew by. */
    synchronized PlanLog add(GraphGrew grew, int number, @Nullable Place by) {
        Plan plan = grew.plan();
        @Nullable Place[] imports = new Place[plan.size()];
        for (int task = 0; task < imports.length; task++) {
            imports[task] = plan.imported(task) ? computed.get(plan.node(task)) : null;
        }
        Outline outline = new Outline.Copied(
                plan.names(),
                IntStream.range(0, plan.size())
                        .mapToObj(task -> Outline.Copied.OfTask.of(plan, task))
                        .toList(),
                plan.dependencyStart(),
                plan.dependencies());
        PlanLog log = new PlanLog(outline, number, new PlanLog.Origin(by, imports), 1);
        know(plan, log);
        return log;
    }

    private void know(Plan plan, PlanLog log) {
        logs.put(plan, log);
        for (int task = 0; log.every() == 1 && task < plan.size(); task++) {
            if (!plan.imported(task)) {
                computed.put(plan.node(task), new Place(log.number(), task));
            }
        }
    }
}
