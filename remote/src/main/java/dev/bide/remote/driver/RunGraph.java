package dev.bide.remote.driver;

import dev.bide.graph.Detached;
import dev.bide.graph.Handling;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.internal.wire.Sharing;
import dev.bide.remote.internal.wire.Spec;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The plans of a run, the first and those by which it grew, with what workers are told of them. */
final class RunGraph {
    final Shares shares;
    final Handles handles = new Handles();
    private final Parcels first;
    private final ConcurrentSkipListMap<Integer, Parcels> more = new ConcurrentSkipListMap<>();

    /** The results that this JVM has and no worker yet, as the specs of mere values. */
    private final Map<Integer, byte[]> values = new ConcurrentHashMap<>();

    RunGraph(Plan plan, Codec codec, ClassFiles classFiles) {
        this.shares = new Shares(codec, handles, classFiles);
        this.first = Parcels.of(plan, shares, true);
    }

    Plan plan() {
        return first.plan;
    }

    void grow(int base, Plan plan) {
        more.put(base, Parcels.of(plan, shares, false));
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

    boolean isWrapped(int task) {
        return planOf(task).wrapped(local(task));
    }

    /** Whether a task's result is there already, and has to be read before a worker can be given it. */
    boolean isToRead(int task) {
        return !isValue(task) && planOf(task).resumed(local(task));
    }

    boolean isValue(int task) {
        return !values.isEmpty() && values.containsKey(task);
    }

    /** A result has come to be in this JVM: a worker is given it the next time. */
    void isNow(int task, Node value) {
        values.put(task, Spec.of(Sharing.none(shares.codec()), Detached.of(value), any -> -1, any -> new byte[0]));
    }

    /** A worker has the result. Should that be lost, it is made again as it was made first. */
    void letGo(int task) {
        values.remove(task);
    }

    byte[] spec(int task) {
        byte[] value = values.isEmpty() ? null : values.get(task);
        return value != null ? value : at(base(task)).spec(local(task));
    }

    /** The numbers of what the task uses and others too. */
    int[] usedBy(int task) {
        return at(base(task)).usedBy(local(task));
    }

    Handling handling(int task, Handling weakest) {
        Plan plan = planOf(task);
        Handling own = plan.handling(local(task));
        return plan.calls(local(task)) ? own.orElse(weakest) : own;
    }
}
