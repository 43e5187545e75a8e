package dev.bide.remote.driver;

import dev.bide.graph.Handling;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.driver.Parcels.Functions;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;

/** The plans of a run, the first and those by which it grew, with what workers are told of them. */
final class RunGraph {
    final Functions functions;
    final Handles handles = new Handles();
    private final Parcels first;
    private final ConcurrentSkipListMap<Integer, Parcels> more = new ConcurrentSkipListMap<>();

    RunGraph(Plan plan, Codec codec, ClassFiles classFiles) {
        this.functions = new Functions(codec, handles, classFiles);
        this.first = Parcels.of(plan, functions, true);
    }

    Plan plan() {
        return first.plan;
    }

    void grow(int base, Plan plan) {
        more.put(base, Parcels.of(plan, functions, false));
    }

    boolean hasGrown() {
        return !more.isEmpty();
    }

    /** The number of the first task of the plan that a task is in. */
    int base(int task) {
        return task < first.plan.size() ? 0 : more.floorKey(task);
    }

    Parcels at(int base) {
        return base == 0 ? first : Objects.requireNonNull(more.get(base));
    }

    Plan planOf(int task) {
        return at(base(task)).plan;
    }

    int local(int task) {
        return task - base(task);
    }

    Node node(int task) {
        return planOf(task).node(local(task));
    }

    String key(int task) {
        return planOf(task).key(local(task)).toString();
    }

    Handling handling(int task, Handling weakest) {
        Plan plan = planOf(task);
        Handling own = plan.handling(local(task));
        return plan.calls(local(task)) ? own.orElse(weakest) : own;
    }
}
