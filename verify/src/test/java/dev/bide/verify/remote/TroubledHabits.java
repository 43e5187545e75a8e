package dev.bide.verify.remote;

import dev.bide.graph.Plan;
import dev.bide.testkit.Habits;
import java.util.List;

/** The habits of the tasks of several graphs, which have different names. */
record TroubledHabits(List<TroubledGraph> graphs) implements Habits {
    @Override
    public long nanos(Plan plan, int task, int attempt) {
        return graphs.stream()
                .mapToLong(graph -> graph.nanos(plan, task, attempt))
                .max()
                .orElseThrow();
    }

    @Override
    public boolean kills(Plan plan, int task) {
        return graphs.stream().anyMatch(graph -> graph.kills(plan, task));
    }

    @Override
    public boolean ignoresInterrupt(Plan plan, int task) {
        return graphs.stream().anyMatch(graph -> graph.ignoresInterrupt(plan, task));
    }
}
